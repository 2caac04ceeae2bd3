/** Compares decisions with a table of European decisions (title, authority, decided, fine, parties, appeal; tab-separated). */
import type { Company } from '../../model/company';
import type { Incident } from '../../model/incident';
import { firstDay } from '../../model/partial-date';
import type { Record_, Records } from '../../model/rule';
import { dateInWords, listInWords, numberInWords } from '../../model/wording';
import {
  type AgainstReport,
  type Candidate,
  cites,
  DAYS,
  daysBetween,
  isOther,
  nearestPairs,
  othersInWords,
  reportPairs,
  type Unlike,
} from './against-report';
import { isOfCountry } from './authorities';
import type { Decision } from './decision-table';

/** Compares the dataset with the decisions. */
export function againstGdprhub(list: string, decisions: readonly Decision[], records: Records): AgainstReport {
  const namesOf = new Map(records.companies.map(({ record }) => [record.id, namePattern(record)]));
  const decided = records.incidents.filter(({ record }) => !record.retired && authoritiesOf(record).length > 0);
  const known: Decision[] = [];
  const others = new Map<Decision, Incident[]>();
  const candidates: Candidate<Decision>[] = [];
  for (const decision of decisions) {
    const text = `${decision.title} ${decision.parties}`;
    const companies = new Set([...namesOf].flatMap(([id, names]) => (names.test(text) ? id : [])));
    if (companies.size === 0) continue;
    known.push(decision);
    const ofCompanies = decided.filter(({ record }) =>
      record.parties.some(({ company }) => company && companies.has(company)),
    );
    others.set(
      decision,
      ofCompanies.flatMap(({ record }) => (sameCountry(record, decision) ? record : [])),
    );
    for (const incident of ofCompanies) {
      const candidate = !isOther(incident.record, keyOf(decision)) && candidateOf(decision, incident);
      if (candidate) candidates.push(candidate);
    }
  }
  const pairs = nearestPairs(candidates);
  const paired = new Set(pairs.map((pair) => pair.entry));
  return {
    list,
    entries: 'decisions',
    total: decisions.length,
    known: known.length,
    ...reportPairs(
      pairs.map(({ entry, incident }) => ({
        incident,
        key: keyOf(entry),
        unlike: unlikeDecision(incident.record, entry),
      })),
    ),
    withoutRecord: known
      .filter((decision) => !paired.has(decision) && decision.fine)
      .map(
        (one) =>
          `${one.title} (${one.decided ?? 'no date'}, ${amountInWords(one.fine)}, ${one.parties || 'no parties'}${othersInWords(others.get(one) ?? [])})`,
      ),
  };
}

const keyOf = (decision: Decision) => `gdprhub:${decision.title}`;
const amountInWords = (fine: Decision['fine']) =>
  fine ? [fine.currency, numberInWords(fine.amount)].filter(Boolean).join(' ') : 'no fine';

/** The company's names as the table writes them: `LLCWhatsApp Ireland Ltd` runs parties together. */
function namePattern(company: Company): RegExp {
  const names = company.names
    .filter((name) => name.text.length > 2 && name.kind !== 'product')
    .map((name) => name.text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return names.length
    ? new RegExp(
        `(?:(?<![\\p{L}\\p{N}])|(?<=[\\p{Ll}\\p{Lu}]{2})(?=\\p{Lu}\\p{Ll}))(?:${names.join('|')})(?![\\p{Ll}\\p{N}])`,
        'u',
      )
    : /(?!)/;
}

const authoritiesOf = (incident: Incident): string[] =>
  incident.parties.flatMap((party) => (party.body && ['regulator', 'court'].includes(party.role) ? party.body : []));

/**
 * Days from the decision to the nearest day of the record: its own, a payment's, or that of the page that shows the decision.
 * A decision that the record cites may be a step on the way, anywhere between its first day and its last.
 */
function decisionDistance(incident: Incident, day: string, title: string): number {
  const citing = incident.sources.filter((source) => entryOfUrl(source.url) === title);
  const days = [
    incident.dates.decided,
    incident.dates.disclosed,
    ...incident.money.map((money) => money.decided),
    ...citing.map((source) => source.date),
  ].flatMap((date) => date ?? []);
  const sorted = [...days].sort((a, b) => (firstDay(a) < firstDay(b) ? -1 : 1));
  const [first, last] = [sorted[0] ?? '', sorted.at(-1) ?? ''];
  return citing.length > 0 ? daysBetween(day, first, last) : Math.min(...days.map((date) => daysBetween(day, date)));
}

/** True where one of the record's amounts, or their sum, is the fine within a hundredth. */
function hasAmount(incident: Incident, fine: NonNullable<Decision['fine']>): boolean {
  const amounts = incident.money
    .filter((one) => !fine.currency || one.currency === fine.currency)
    .map((one) => one.amount);
  const sum = amounts.reduce((total, amount) => total + amount, 0);
  return [...amounts, sum].some((amount) => Math.abs(amount - fine.amount) <= 0.01 * fine.amount);
}

const sameCountry = (incident: Incident, { country }: Decision) =>
  country !== undefined && authoritiesOf(incident).some((body) => isOfCountry(body, country));

/** The title of the decision that an address of GDPRhub leads to. */
const entryOfUrl = (url: string) =>
  /(^|\.)gdprhub\.eu$/.test(new URL(url).hostname)
    ? new URL(url).searchParams.get('title')?.replaceAll('_', ' ')
    : undefined;

/** The record cites the decision, or two of three fit: the authority, the date, the amount. */
function candidateOf(decision: Decision, incident: Record_<Incident>): Candidate<Decision> | undefined {
  const distance = decision.decided
    ? decisionDistance(incident.record, decision.decided, decision.title)
    : Number.MAX_SAFE_INTEGER;
  const fits = [
    sameCountry(incident.record, decision),
    distance <= DAYS,
    decision.fine ? hasAmount(incident.record, decision.fine) : false,
  ].filter(Boolean).length;
  const cited = cites(incident.record, entryOfUrl, decision.title);
  return cited || fits >= 2
    ? {
        entry: decision,
        incident,
        distance: [cited ? 0 : 1, 3 - fits, distance],
        shared: cited || !decision.fine || hasAmount(incident.record, decision.fine),
      }
    : undefined;
}

/** What an index knows of an appeal, and which states of a record say no less. A record may know of a later state. */
const APPEALS: [RegExp, RegExp, string][] = [
  [
    /pending/i,
    /pending|announced|dismissed|reduced|upheld|overturned|withdrawn|final|under-appeal/,
    'an appeal is pending',
  ],
  [/overturned/i, /overturned|reduced|withdrawn/, 'overturned on appeal'],
  [/partly/i, /reduced|overturned|upheld/, 'partly confirmed on appeal'],
  [/confirmed|upheld|dismissed|rejected/i, /dismissed|upheld|final/, 'confirmed on appeal'],
];

function unlikeDecision(incident: Incident, decision: Decision): Unlike[] {
  const unlike: Unlike[] = [];
  const { fine, decided, country, authority } = decision;
  const money = incident.money.findIndex((one) => one.kind === 'fine');
  if (fine && !hasAmount(incident, fine))
    unlike.push({
      rule: 'against-amount',
      differs: 'money',
      field: money < 0 ? ['money'] : ['money', money, 'amount'],
      message: `says ${listInWords(incident.money.map((one) => `${one.currency} ${numberInWords(one.amount)}`)) || 'no amount'}; the list says ${amountInWords(fine)}`,
    });
  if (decided && decisionDistance(incident, decided, decision.title) > DAYS)
    unlike.push({
      rule: 'against-date',
      differs: 'dates',
      field: incident.dates.decided ? ['dates', 'decided'] : ['dates'],
      message: `decided ${incident.dates.decided ? dateInWords(incident.dates.decided) : 'on no known day'}; the list says ${dateInWords(decided)}`,
    });
  if (country && !sameCountry(incident, decision))
    unlike.push({
      rule: 'against-authority',
      differs: 'authority',
      field: ['parties'],
      message: `names ${listInWords(authoritiesOf(incident))}; the list names ${authority}`,
    });
  const appeal = APPEALS.find(([inList]) => inList.test(decision.appeal));
  const states = [incident.status, ...incident.money.flatMap((one) => one.appeal ?? [])];
  if (appeal && !states.some((state) => appeal[1].test(state)))
    unlike.push({
      rule: 'against-appeal',
      differs: 'appeal',
      field: ['status'],
      message: `says “${incident.status}”; the list says: ${appeal[2]}`,
    });
  return unlike;
}
