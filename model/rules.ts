/**
 * The rules of the dataset beyond shape: what must hold inside a record and between records.
 * Each rule has an id, what to do when it is broken, and one invalid fixture named after it (tests/fixtures/invalid).
 * The reasons stand in docs/editorial-rules.md.
 */
import type { Company } from './company';
import type { Renames, Vocabulary } from './dataset';
import { type Incident, incidentDate, incidentYear, type Source } from './incident';
import { firstDay, lastDay } from './partial-date';
import type { Problem } from './problem';
import { PRIMARY_SOURCE_KINDS } from './vocabulary';

/** A record and the file it came from. */
export interface Record_<T> {
  file: string;
  record: T;
}

/** Everything that a rule may compare a record with. */
export interface Records {
  companies: Record_<Company>[];
  incidents: Record_<Incident>[];
  dataTypes: Vocabulary;
  sectors: Vocabulary;
  renames: Renames;
  /** Ids of files that could not be read: references to them are not reported twice. */
  unreadable: Set<string>;
}

export type Found = Pick<Problem, 'field' | 'message'>;

export interface Rule<T> {
  id: string;
  severity: Problem['severity'];
  mend: string;
  check(record: T, records: Records, file: string): Iterable<Found>;
}

const companyIds = memo((records: Records) => new Set(records.companies.map(({ record }) => record.id)));

function memo<V>(compute: (records: Records) => V): (records: Records) => V {
  const cache = new WeakMap<Records, V>();
  return (records) => {
    let value = cache.get(records);
    if (value === undefined) {
      value = compute(records);
      cache.set(records, value);
    }
    return value;
  };
}

function knowsCompany(records: Records, id: string): boolean {
  return companyIds(records).has(id) || records.unreadable.has(id);
}

/** Names as the scan compares them, so that two spellings of one name collide. */
function foldName(text: string): string {
  return text.normalize('NFKC').replaceAll('’', "'").toLowerCase();
}

const ownersOfName = memo((records: Records) => {
  const owners = new Map<string, Set<string>>();
  for (const { record } of records.companies)
    for (const name of record.names) {
      if (name.to) continue;
      const key = foldName(name.text);
      owners.set(key, (owners.get(key) ?? new Set()).add(record.id));
    }
  return owners;
});

export const COMPANY_RULES: Rule<Company>[] = [
  {
    id: 'company-file-name',
    severity: 'error',
    mend: 'Name the file after the id; ids are permanent.',
    *check(company, _records, file) {
      if (file !== `companies/${company.id}.json`)
        yield { field: ['id'], message: `id “${company.id}” does not match the file name` };
    },
  },
  {
    id: 'company-sector-known',
    severity: 'error',
    mend: 'Use an id of data/vocabulary/sectors.json.',
    *check(company, records) {
      if (!Object.hasOwn(records.sectors, company.sector))
        yield { field: ['sector'], message: `unknown sector “${company.sector}”` };
    },
  },
  {
    id: 'company-parent-known',
    severity: 'error',
    mend: 'Use the id of a company in data/companies, or add that company.',
    *check(company, records) {
      for (const [index, parent] of (company.parent ?? []).entries()) {
        if (parent.company === company.id)
          yield { field: ['parent', index, 'company'], message: 'a company cannot be its own parent' };
        else if (!knowsCompany(records, parent.company))
          yield { field: ['parent', index, 'company'], message: `unknown company “${parent.company}”` };
      }
    },
  },
  {
    id: 'company-one-owner-now',
    severity: 'error',
    mend: 'Give every former owner its `to`.',
    *check(company) {
      const now = (company.parent ?? []).filter((parent) => !parent.to);
      if (now.length > 1) yield { field: ['parent'], message: `${now.length} owners have no end date` };
    },
  },
  {
    id: 'company-name-listed',
    severity: 'error',
    mend: 'Add the name that readers see to `names`.',
    *check(company) {
      if (!company.names.some((name) => foldName(name.text) === foldName(company.name)))
        yield { field: ['name'], message: `“${company.name}” is not among names` };
    },
  },
  {
    id: 'company-name-repeated',
    severity: 'error',
    mend: 'Keep one of them.',
    *check(company) {
      const seen = new Set<string>();
      for (const [index, name] of company.names.entries()) {
        const key = foldName(name.text);
        if (seen.has(key)) yield { field: ['names', index, 'text'], message: `“${name.text}” is listed twice` };
        seen.add(key);
      }
    },
  },
  {
    id: 'company-name-unique',
    severity: 'error',
    mend: 'Give the name to the company that bears it now, and an end date (`to`) in the other record.',
    *check(company, records) {
      for (const [index, name] of company.names.entries()) {
        if (name.to) continue;
        const owners = ownersOfName(records).get(foldName(name.text));
        const other = [...(owners ?? [])].find((id) => id !== company.id);
        if (other) yield { field: ['names', index, 'text'], message: `“${name.text}” also names “${other}”` };
      }
    },
  },
  {
    id: 'company-dates-order',
    severity: 'error',
    mend: 'Put the earlier date in `from`.',
    *check(company) {
      for (const key of ['names', 'parent'] as const)
        for (const [index, span] of (company[key] ?? []).entries())
          if (span.from && span.to && firstDay(span.from) > lastDay(span.to))
            yield { field: [key, index, 'from'], message: `begins ${span.from}, after its end ${span.to}` };
    },
  },
];

const years = (incident: Incident): Found | undefined => {
  const { happened, discovered, disclosed, decided } = incident.dates;
  if (happened?.to && firstDay(happened.from) > lastDay(happened.to))
    return { field: ['dates', 'happened'], message: `begins ${happened.from}, after its end ${happened.to}` };
  const order = [
    ['happened', happened?.from],
    ['discovered', discovered],
  ] as const;
  for (const [name, date] of order)
    if (date && disclosed && firstDay(date) > lastDay(disclosed))
      return { field: ['dates', 'disclosed'], message: `disclosed ${disclosed}, before ${name} ${date}` };
  if (happened && decided && firstDay(happened.from) > lastDay(decided))
    return { field: ['dates', 'decided'], message: `decided ${decided}, before it happened ${happened.from}` };
  return undefined;
};

/** True where one of the sources says that it supports `field` or a field that contains it. */
export function isSupported(sources: readonly Source[], field: string): boolean {
  return sources.some((source) => source.supports.some((path) => field === path || field.startsWith(`${path}/`)));
}

const hasPath = (incident: Incident, path: string): boolean => {
  let value: unknown = incident;
  for (const key of path.split('/')) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return false;
    value = (value as Record<string, unknown>)[key];
  }
  return true;
};

/** Independent newsrooms: one each publisher, and one for all copies of a wire story. */
export function independentNewsrooms(sources: readonly Source[]): number {
  return new Set(
    sources
      .filter((source) => source.kind === 'newsroom')
      .map((source) => (source.wire ?? source.publisher).toLowerCase()),
  ).size;
}

export const INCIDENT_RULES: Rule<Incident>[] = [
  {
    id: 'incident-file-name',
    severity: 'error',
    mend: 'Keep it at incidents/<year disclosed>/<id>.json; ids are permanent.',
    *check(incident, _records, file) {
      const expected = `incidents/${incidentYear(incident)}/${incident.id}.json`;
      if (file !== expected) yield { field: ['id'], message: `expected at ${expected}` };
    },
  },
  {
    id: 'incident-id-unique',
    severity: 'error',
    mend: 'Choose another id for the newer record.',
    *check(incident, records, file) {
      const other = records.incidents.find(({ record, file: path }) => record.id === incident.id && path !== file);
      if (other) yield { field: ['id'], message: `id “${incident.id}” is also used in ${other.file}` };
    },
  },
  {
    id: 'dates-order',
    severity: 'error',
    mend: 'Compare the dates with the sources.',
    *check(incident) {
      const found = years(incident);
      if (found) yield found;
    },
  },
  {
    id: 'dates-supported',
    severity: 'error',
    mend: 'Add `dates` (or dates/disclosed …) to `supports` of the source that gives the date.',
    *check(incident) {
      for (const key of Object.keys(incident.dates))
        if (!isSupported(incident.sources, `dates/${key}`))
          yield { field: ['dates', key], message: 'no source supports this date' };
    },
  },
  {
    id: 'party-company-known',
    severity: 'error',
    mend: 'Use the id of a company in data/companies, add that company, or use `body` for one that has no record.',
    *check(incident, records) {
      for (const [index, party] of incident.parties.entries())
        if (party.company && !knowsCompany(records, party.company))
          yield {
            field: ['parties', index, 'company'],
            message: records.renames[party.company]
              ? `“${party.company}” was renamed to “${records.renames[party.company]}”`
              : `unknown company “${party.company}”`,
          };
    },
  },
  {
    id: 'party-company-present',
    severity: 'error',
    mend: 'Add the company that the incident is about.',
    *check(incident) {
      if (!incident.parties.some((party) => party.company))
        yield { field: ['parties'], message: 'no party is a company of the dataset' };
    },
  },
  {
    id: 'party-repeated',
    severity: 'error',
    mend: 'Say all that a party did in one entry per role.',
    *check(incident) {
      const seen = new Set<string>();
      for (const [index, party] of incident.parties.entries()) {
        const key = `${party.role} ${party.company ?? party.body}`;
        if (seen.has(key))
          yield {
            field: ['parties', index],
            message: `${party.company ?? party.body} is listed twice as ${party.role}`,
          };
        seen.add(key);
      }
    },
  },
  {
    id: 'party-supported',
    severity: 'error',
    mend: 'Add `parties` (or parties/<index>) to `supports` of the source that says so.',
    *check(incident) {
      for (const index of incident.parties.keys())
        if (!isSupported(incident.sources, `parties/${index}`))
          yield { field: ['parties', index], message: 'no source supports this party' };
    },
  },
  {
    id: 'alleged-in-court-is-alleged',
    severity: 'error',
    mend: 'Set `alleged: true` on the company that the claim is against.',
    *check(incident) {
      if (incident.status !== 'alleged-in-court') return;
      if (!incident.parties.some((party) => party.company && party.alleged))
        yield { field: ['parties'], message: 'status is “alleged in court”, but no company’s part is marked alleged' };
    },
  },
  {
    id: 'response-present',
    severity: 'error',
    mend: 'Add the company’s answer, or `noneFound` with the day of the search.',
    *check(incident) {
      const answered = new Set(incident.responses.map((response) => response.company));
      for (const [index, party] of incident.parties.entries())
        if (party.company && !answered.has(party.company))
          yield { field: ['parties', index], message: `no response recorded for “${party.company}”` };
    },
  },
  {
    id: 'response-of-party',
    severity: 'error',
    mend: 'Add the company to `parties`, or remove its response.',
    *check(incident) {
      const parties = new Set(incident.parties.map((party) => party.company));
      for (const [index, response] of incident.responses.entries())
        if (!parties.has(response.company))
          yield { field: ['responses', index, 'company'], message: `“${response.company}” is no party` };
    },
  },
  {
    id: 'response-repeated',
    severity: 'error',
    mend: 'Keep one response a company: say all of it in one text.',
    *check(incident) {
      const seen = new Set<string>();
      for (const [index, response] of incident.responses.entries()) {
        if (seen.has(response.company))
          yield { field: ['responses', index, 'company'], message: `a second response of “${response.company}”` };
        seen.add(response.company);
      }
    },
  },
  {
    id: 'response-source-listed',
    severity: 'error',
    mend: 'Add the page to `sources`, or correct the address.',
    *check(incident) {
      const listed = new Set(incident.sources.map((source) => source.url));
      for (const [index, response] of incident.responses.entries())
        if (response.source && !listed.has(response.source))
          yield { field: ['responses', index, 'source'], message: 'this address is not among sources' };
    },
  },
  {
    id: 'data-type-known',
    severity: 'error',
    mend: 'Use an id of data/vocabulary/data-types.json.',
    *check(incident, records) {
      for (const [index, type] of incident.dataTypes.entries())
        if (!Object.hasOwn(records.dataTypes, type))
          yield { field: ['dataTypes', index], message: `unknown data type “${type}”` };
    },
  },
  {
    id: 'people-supported',
    severity: 'error',
    mend: 'Add people/<index> to `supports` of the source that gives the figure, or leave the figure out.',
    *check(incident) {
      for (const index of incident.people.keys())
        if (!isSupported(incident.sources, `people/${index}`))
          yield { field: ['people', index], message: 'no source supports this figure' };
    },
  },
  {
    id: 'people-in-order',
    severity: 'error',
    mend: 'Sort `people` by `asOf`, oldest first: the card shows the last one and keeps the earlier.',
    *check(incident) {
      for (let index = 1; index < incident.people.length; index++) {
        const [earlier, later] = [incident.people[index - 1], incident.people[index]];
        if (earlier && later && firstDay(earlier.asOf) > lastDay(later.asOf))
          yield { field: ['people', index, 'asOf'], message: `${later.asOf} comes after ${earlier.asOf} in the list` };
      }
    },
  },
  {
    id: 'money-supported',
    severity: 'error',
    mend: 'Add money/<index> to `supports` of the source that gives the amount, or leave the amount out.',
    *check(incident) {
      for (const index of incident.money.keys())
        if (!isSupported(incident.sources, `money/${index}`))
          yield { field: ['money', index], message: 'no source supports this amount' };
    },
  },
  {
    id: 'money-payer-known',
    severity: 'error',
    mend: 'Use the id of a party, or the name of a party’s body.',
    *check(incident) {
      const parties = new Set(incident.parties.flatMap((party) => [party.company, party.body]));
      for (const [index, money] of incident.money.entries())
        if (!parties.has(money.payer))
          yield { field: ['money', index, 'payer'], message: `“${money.payer}” is no party of this incident` };
    },
  },
  {
    id: 'fine-has-money',
    severity: 'error',
    mend: 'Add the fine to `money`, or choose the status that the sources support.',
    *check(incident) {
      if (incident.status.startsWith('fined') && !incident.money.some((money) => money.kind === 'fine'))
        yield { field: ['status'], message: `status is “${incident.status}”, but money holds no fine` };
    },
  },
  {
    id: 'supports-existing-field',
    severity: 'error',
    mend: 'Correct the path: it must lead to a field of this record.',
    *check(incident) {
      for (const [index, source] of incident.sources.entries())
        for (const [at, path] of source.supports.entries())
          if (!hasPath(incident, path))
            yield { field: ['sources', index, 'supports', at], message: `“${path}” leads to no field of this record` };
    },
  },
  {
    id: 'source-repeated',
    severity: 'error',
    mend: 'Merge the two entries.',
    *check(incident) {
      const seen = new Set<string>();
      for (const [index, source] of incident.sources.entries()) {
        if (seen.has(source.url)) yield { field: ['sources', index, 'url'], message: 'this address is listed twice' };
        seen.add(source.url);
      }
    },
  },
  {
    id: 'source-date-possible',
    severity: 'error',
    mend: 'Compare the dates with the page.',
    *check(incident) {
      for (const [index, source] of incident.sources.entries())
        if (source.date && firstDay(source.date) > source.accessed)
          yield {
            field: ['sources', index, 'date'],
            message: `published ${source.date}, after it was read ${source.accessed}`,
          };
    },
  },
  {
    id: 'sources-sufficient',
    severity: 'error',
    mend: 'Add a regulator, court, filing or company source, or a second newsroom that is not a copy of the first.',
    *check(incident) {
      const primary = incident.sources.some((source) => PRIMARY_SOURCE_KINDS.includes(source.kind));
      if (!primary && independentNewsrooms(incident.sources) < 2)
        yield { field: ['sources'], message: 'neither a primary source nor two independent newsrooms' };
    },
  },
  {
    id: 'status-supported',
    severity: 'error',
    mend: 'Add `status` to `supports` of the source that shows where the matter stands.',
    *check(incident) {
      if (!isSupported(incident.sources, 'status'))
        yield { field: ['status'], message: 'no source supports the status' };
    },
  },
  {
    id: 'wording-guilty',
    severity: 'error',
    mend: 'Say “found liable” for a civil verdict and “the authority found” for a fine (docs/editorial-rules.md).',
    *check(incident) {
      const texts: [string, (string | number)[]][] = [
        [incident.title, ['title']],
        [incident.summary, ['summary']],
        ...incident.parties.map((party, index): [string, (string | number)[]] => [
          party.did,
          ['parties', index, 'did'],
        ]),
      ];
      for (const [text, field] of texts) if (/\bguilty\b/i.test(text)) yield { field, message: 'says “guilty”' };
    },
  },
  {
    id: 'wording-superlative',
    severity: 'warning',
    mend: 'State the figure and leave the adjective out.',
    *check(incident) {
      for (const key of ['title', 'summary'] as const) {
        const match =
          /\b(massive|huge|shocking|notorious|infamous|scandalous|devastating|creepy|egregious|unprecedented)\b/i.exec(
            incident[key],
          );
        if (match) yield { field: [key], message: `says “${match[0]}”` };
      }
    },
  },
  {
    id: 'checked-not-before-disclosed',
    severity: 'error',
    mend: 'Set `checked` to the day of the check.',
    *check(incident) {
      if (incident.checked.date < firstDay(incidentDate(incident)))
        yield { field: ['checked', 'date'], message: 'checked before it was disclosed' };
    },
  },
  {
    id: 'retired-replacement-known',
    severity: 'error',
    mend: 'Name an incident that exists.',
    *check(incident, records) {
      const id = incident.retired?.replacedBy;
      if (id && !records.incidents.some(({ record }) => record.id === id))
        yield { field: ['retired', 'replacedBy'], message: `unknown incident “${id}”` };
    },
  },
];

export const RENAMES_RULES: Rule<Renames>[] = [
  {
    id: 'rename-target-known',
    severity: 'error',
    mend: 'Point every old id straight at a company that exists.',
    *check(renames, records) {
      for (const [from, to] of Object.entries(renames))
        if (!knowsCompany(records, to)) yield { field: [from], message: `leads to “${to}”, which is no company` };
    },
  },
  {
    id: 'rename-source-gone',
    severity: 'error',
    mend: 'Delete the old company’s file, or the rename.',
    *check(renames, records) {
      for (const from of Object.keys(renames))
        if (companyIds(records).has(from)) yield { field: [from], message: `“${from}” still has a company record` };
    },
  },
];
