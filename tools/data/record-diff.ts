/** What changed in one record, in words. Reads old records carefully: fields may be missing in them. */
import type { Company } from '../../model/company';
import type { CompanyResponse, Incident, Party } from '../../model/incident';
import { STATUSES } from '../../model/vocabulary';
import { claimInWords, countOf, dateInWords, listInWords, moneyInWords, peopleInWords } from '../../model/wording';
import type { Change } from './version-diff';

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

/** What is in one list and not in the other, compared as text. */
function turnover<T>(before: readonly T[] = [], after: readonly T[] = [], words: (item: T) => string) {
  const [old, now] = [before.map(words), after.map(words)];
  return { added: now.filter((text) => !old.includes(text)), gone: old.filter((text) => !now.includes(text)) };
}

/** “now … ; no longer …” */
function turnoverInWords({ added, gone }: { added: string[]; gone: string[] }, what = ''): string[] {
  return [
    ...(added.length > 0 ? [`${what}now ${listInWords(added, 4)}`] : []),
    ...(gone.length > 0 ? [`${what}no longer ${listInWords(gone, 4)}`] : []),
  ];
}

/** The weightiest change of an incident and all of them in words; undefined where nothing differs. */
export function incidentChange(before: Incident, after: Incident): { change: Change; details: string[] } | undefined {
  if (same(before, after)) return undefined;
  if (!before.retired && after.retired) return { change: 'retired', details: [after.retired.reason] };
  if (before.retired && !after.retired) return { change: 'returned', details: [] };
  const outcome = outcomeDetails(before, after);
  const figures = turnoverInWords(
    turnover(before.people, after.people, (count) => `${peopleInWords(count)} (${claimInWords(count)})`),
  );
  const answers = answerDetails(before.responses ?? [], after.responses ?? []);
  const facts = factDetails(before, after);
  const details = [...outcome, ...figures, ...answers, ...facts];
  if (details.length === 0)
    return isOnlyChecked(before, after)
      ? { change: 'checked', details }
      : { change: 'corrected', details: ['details changed'] };
  const change = outcome.length ? 'outcome' : figures.length ? 'figures' : answers.length ? 'answer' : 'corrected';
  return { change, details };
}

function outcomeDetails(before: Incident, after: Incident): string[] {
  const nameOf = (payer: string) => after.parties.find((party) => party.company === payer)?.as ?? payer;
  const money = turnover(before.money, after.money, (one) => moneyInWords(one, nameOf(one.payer)));
  return [
    ...(before.status === after.status
      ? []
      : [`${STATUSES[before.status] ?? before.status} → ${STATUSES[after.status] ?? after.status}`]),
    ...turnoverInWords(money),
  ];
}

function answerDetails(before: readonly CompanyResponse[], after: readonly CompanyResponse[]): string[] {
  return after.flatMap((response) => {
    const old = before.find((one) => one.company === response.company);
    if (!response.text || response.text === old?.text) return [];
    return `${response.company} ${old?.text ? 'answers otherwise' : 'answered'}: ${response.text}`;
  });
}

function factDetails(before: Incident, after: Incident): string[] {
  const partyInWords = (party: Party) =>
    `${party.company ?? party.body} as ${party.role}${party.alleged ? ' (alleged)' : ''}`;
  const dates = turnover(dateLines(before), dateLines(after), (line) => line);
  const sources = turnover(before.sources, after.sources, (source) => source.url);
  const reworded = (['title', 'summary', 'exposure'] as const).filter((key) => before[key] !== after[key]);
  return [
    ...turnoverInWords(dates),
    ...turnoverInWords(turnover(before.parties, after.parties, partyInWords)),
    ...turnoverInWords(
      turnover(before.dataTypes, after.dataTypes, (type) => type),
      'data: ',
    ),
    ...turnoverInWords(
      turnover(before.kinds, after.kinds, (kind) => kind),
      'kind: ',
    ),
    ...reworded.map((key) => `${key} changed`),
    ...(sources.added.length > 0 ? [`${countOf(sources.added.length, 'new source')}`] : []),
    ...(sources.gone.length > 0 ? [`${countOf(sources.gone.length, 'source')} removed`] : []),
  ];
}

/** True where only the check and its notes are new, and nothing that a reader sees or a source supports. */
function isOnlyChecked(before: Incident, after: Incident): boolean {
  const rest = (incident: Incident) => ({ ...incident, checked: undefined, history: undefined, $schema: undefined });
  return same(rest(before), rest(after));
}

function dateLines({ dates }: Incident): string[] {
  const { happened, ...others } = dates;
  return [
    ...(happened
      ? [`happened ${[happened.from, happened.to].flatMap((date) => (date ? dateInWords(date) : [])).join(' to ')}`]
      : []),
    ...Object.entries(others).flatMap(([name, date]) => (date ? `${name} ${dateInWords(date)}` : [])),
  ];
}

/** What changed in a company, in words; empty where nothing does. */
export function companyDetails(before: Company, after: Company): string[] {
  const parts = [
    ...(before.name === after.name ? [] : [`called ${after.name} now, before ${before.name}`]),
    ...turnoverInWords(
      turnover(
        before.names,
        after.names,
        (name) => `“${name.text}”${name.to ? ` (until ${dateInWords(name.to)})` : ''}`,
      ),
    ),
    ...turnoverInWords(
      turnover(
        before.parent,
        after.parent,
        (owner) => `owned by ${owner.company}${owner.to ? ` (until ${dateInWords(owner.to)})` : ''}`,
      ),
    ),
    ...turnoverInWords(turnover(before.domains, after.domains, (domain) => domain)),
    ...(before.sector === after.sector ? [] : [`sector ${before.sector} → ${after.sector}`]),
    ...(before.country === after.country ? [] : [`country ${before.country} → ${after.country}`]),
  ];
  if (parts.length > 0 || same({ ...before, $schema: '' }, { ...after, $schema: '' })) return parts;
  return ['details changed'];
}
