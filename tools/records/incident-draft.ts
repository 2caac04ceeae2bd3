/** An incident record in the making: what is known stands in it, what is not is left out, so that `check` names it. */
import type { CompanyResponse, Incident, Money, Party, PeopleCount, Source } from '../../model/incident';

export interface IncidentDraft {
  $schema?: string;
  id?: string;
  title?: string;
  kinds?: Incident['kinds'];
  dates?: Incident['dates'];
  parties: Partial<Party>[];
  dataTypes?: string[];
  exposure?: Incident['exposure'];
  people: Partial<PeopleCount>[];
  status?: Incident['status'];
  responses: Partial<CompanyResponse>[];
  money: Partial<Money>[];
  sources: Partial<Source>[];
  summary?: string;
  checked?: Incident['checked'];
  history: Incident['history'];
}

/** Order of the fields in a record’s file. */
const ORDER = [
  '$schema',
  'id',
  'title',
  'kinds',
  'dates',
  'parties',
  'dataTypes',
  'exposure',
  'people',
  'status',
  'responses',
  'money',
  'sources',
  'summary',
  'checked',
  'history',
] as const satisfies (keyof IncidentDraft)[];

export const INCIDENT_SCHEMA = '../../schemas/incident.schema.json';

/** A draft with nothing in it. */
export const emptyDraft = (): IncidentDraft => ({
  parties: [],
  people: [],
  responses: [],
  money: [],
  sources: [],
  history: [],
});

/** The draft with its fields in the order of a record’s file; what is unknown is left out. */
export function inOrder(draft: IncidentDraft): IncidentDraft {
  const known = ORDER.flatMap((key) => (draft[key] === undefined ? [] : [[key, draft[key]] as const]));
  return Object.fromEntries(known) as unknown as IncidentDraft;
}

/** The day that names the year of the record’s folder; undefined where neither disclosure nor decision is known. */
export function draftDate(draft: IncidentDraft): string | undefined {
  return draft.dates?.disclosed ?? draft.dates?.decided;
}

/** Ids of the companies among the parties, the first first. */
export function draftCompanies(draft: IncidentDraft): string[] {
  return draft.parties.flatMap((party) => party.company ?? []);
}

/** What a record whose figures were compared with its sources was checked against: each page by its name, so that two of one publisher stay two. */
export function pagesOf(draft: IncidentDraft): string[] {
  const pages = draft.sources.flatMap(({ publisher, title, date, url }) => {
    const page = title ?? date ?? url;
    return publisher && page ? `${publisher}: ${page}` : (page ?? publisher ?? []);
  });
  return [...new Set(pages)];
}

/** Paths that a source of this draft may be said to support. */
export function supportablePaths(draft: IncidentDraft): string[] {
  return [
    ...Object.keys(draft.dates ?? {}).map((key) => `dates/${key}`),
    ...draft.parties.map((_, at) => `parties/${at}`),
    ...(draft.dataTypes ? ['dataTypes'] : []),
    ...draft.people.map((_, at) => `people/${at}`),
    ...(draft.status ? ['status'] : []),
    ...draft.responses.flatMap((response, at) => (response.text ? [`responses/${at}`] : [])),
    ...draft.money.map((_, at) => `money/${at}`),
  ];
}
