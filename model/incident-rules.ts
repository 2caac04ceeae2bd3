/** What must hold in an incident record: its place, dates, parties and answers. */
import { type Incident, incidentDate, incidentYear } from './incident';
import { firstDay, lastDay } from './partial-date';
import { type Found, knowsCompany, type Rule } from './rule';
import { isSupported } from './source-rules';

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

export const FACT_RULES: Rule<Incident>[] = [
  {
    id: 'incident-file-name',
    severity: 'error',
    what: 'An incident lies at `incidents/<year>/<id>.json`; the year is that of its disclosure, else of its decision.',
    mend: 'Keep it at incidents/<year disclosed>/<id>.json; ids are permanent.',
    *check(incident, _records, file) {
      const expected = `incidents/${incidentYear(incident)}/${incident.id}.json`;
      if (file !== expected) yield { field: ['id'], message: `expected at ${expected}` };
    },
  },
  {
    id: 'incident-id-unique',
    severity: 'error',
    what: 'No two incidents have the same id.',
    mend: 'Choose another id for the newer record.',
    *check(incident, records, file) {
      const other = records.incidents.find(({ record, file: path }) => record.id === incident.id && path !== file);
      if (other) yield { field: ['id'], message: `id “${incident.id}” is also used in ${other.file}` };
    },
  },
  {
    id: 'dates-order',
    severity: 'error',
    what: 'What happened comes before its discovery, its disclosure and its decision.',
    mend: 'Compare the dates with the sources.',
    *check(incident) {
      const found = years(incident);
      if (found) yield found;
    },
  },
  {
    id: 'dates-supported',
    severity: 'error',
    what: 'Every date has a source that gives it.',
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
    what: 'Every party’s `company` is a company of the dataset.',
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
    what: 'At least one party is a company of the dataset: otherwise the record is shown nowhere.',
    mend: 'Add the company that the incident is about.',
    *check(incident) {
      if (!incident.parties.some((party) => party.company))
        yield { field: ['parties'], message: 'no party is a company of the dataset' };
    },
  },
  {
    id: 'party-repeated',
    severity: 'error',
    what: 'A party stands once in each role.',
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
    what: 'Every party has a source that says what it did.',
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
    what: 'Where a claim is before a court, the company that it is against is marked `alleged`.',
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
    what: 'Every company party has an answer, or the day on which none was found.',
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
    what: 'Answers come from parties.',
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
    what: 'A company has one answer.',
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
    what: 'The page that gives an answer is among `sources`.',
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
    what: 'Every entry of `dataTypes` is an id of the vocabulary.',
    mend: 'Use an id of data/vocabulary/data-types.json.',
    *check(incident, records) {
      for (const [index, type] of incident.dataTypes.entries())
        if (!Object.hasOwn(records.dataTypes, type))
          yield { field: ['dataTypes', index], message: `unknown data type “${type}”` };
    },
  },
  {
    id: 'checked-not-before-disclosed',
    severity: 'error',
    what: 'A record was checked after the matter was disclosed.',
    mend: 'Set `checked` to the day of the check.',
    *check(incident) {
      if (incident.checked.date < firstDay(incidentDate(incident)))
        yield { field: ['checked', 'date'], message: 'checked before it was disclosed' };
    },
  },
  {
    id: 'retired-replacement-known',
    severity: 'error',
    what: 'A retired record that names a replacement names one that exists.',
    mend: 'Name an incident that exists.',
    *check(incident, records) {
      const id = incident.retired?.replacedBy;
      if (id && !records.incidents.some(({ record }) => record.id === id))
        yield { field: ['retired', 'replacedBy'], message: `unknown incident “${id}”` };
    },
  },
];
