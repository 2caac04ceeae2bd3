/** Tells whether an incident is on record already: by its id, its company and kind in time, or the address of a source. */
import type { Incident } from '../../model/incident';
import { firstDay, isPartialDate, lastDay } from '../../model/partial-date';
import type { DatasetFiles } from '../dataset-files';
import { draftCompanies, type IncidentDraft } from './incident-draft';

/** How near two incidents of one company and kind must be to be taken for one. */
export const NEAR_DAYS = 31;

export interface Duplicate {
  /** Path of the record that is there already. */
  file: string;
  id: string;
  because: 'id' | 'company and kind' | 'source';
  /** Said to the person: what is the same. */
  message: string;
}

/** What is compared of a record that is there. */
export interface KnownIncident {
  file: string;
  record: IncidentDraft & { id: string; retired?: Incident['retired'] };
}

/** All incidents of the dataset, unfinished ones too: what of their fields is missing or misshapen counts as empty. */
export function knownIncidents(files: DatasetFiles): KnownIncident[] {
  const list = <T>(value: unknown): T[] =>
    Array.isArray(value) ? value.filter((one) => typeof one === 'object' && one) : [];
  return files.paths.flatMap((file) => {
    if (!file.startsWith('incidents/')) return [];
    const record = (files.json(file) ?? {}) as Partial<Incident>;
    const id = file.slice(file.lastIndexOf('/') + 1).replace(/\.json$/, '');
    const { parties, people, responses, money, sources, kinds, dates } = record;
    return {
      file,
      record: {
        ...record,
        id,
        kinds: Array.isArray(kinds) ? kinds : [],
        dates: typeof dates === 'object' ? dates : {},
        parties: list<Incident['parties'][number]>(parties),
        people: list<Incident['people'][number]>(people),
        responses: list<Incident['responses'][number]>(responses),
        money: list<Incident['money'][number]>(money),
        sources: list<Incident['sources'][number]>(sources),
        history: [],
      },
    };
  });
}

/** Days between two dates of any precision; 0 where they can mean the same day. */
export function daysBetween(one: string, other: string): number {
  const day = (date: string) => Date.parse(date) / 86_400_000;
  const gap = Math.max(day(firstDay(one)) - day(lastDay(other)), day(firstDay(other)) - day(lastDay(one)));
  return Math.max(0, gap);
}

/** An address as it is compared: without scheme, `www.`, tracking parameters and a slash at the end. */
export function comparableUrl(url: string): string {
  try {
    const { hostname, pathname, searchParams, hash } = new URL(url);
    for (const key of [...searchParams.keys()])
      if (/^(?:utm_\w+|fbclid|gclid|ref|cmpid)$/i.test(key)) searchParams.delete(key);
    const query = searchParams.size > 0 ? `?${searchParams}` : '';
    return `${hostname.replace(/^www\./, '')}${pathname.replace(/\/$/, '')}${query}${hash}`.toLowerCase();
  } catch {
    return url.toLowerCase();
  }
}

/** Records that `draft` repeats, each once; the surest reason first. */
export function findDuplicates(draft: IncidentDraft, incidents: readonly KnownIncident[]): Duplicate[] {
  const companies = new Set(draftCompanies(draft));
  const urls = new Set(draft.sources.flatMap(({ url }) => (url ? comparableUrl(url) : [])));
  return incidents.flatMap(({ file, record }): Duplicate[] => {
    const found = (because: Duplicate['because'], message: string): Duplicate[] => [
      {
        file,
        id: record.id,
        because,
        message: record.retired ? `${message} (retired: ${record.retired.reason})` : message,
      },
    ];
    if (record.id === draft.id) return found('id', `the id “${record.id}” is taken; ids are permanent`);
    const company = record.parties.find((party) => party.company && companies.has(party.company))?.company;
    const kind = record.kinds?.find((one) => draft.kinds?.includes(one));
    if (company && kind && areNear(draft, record))
      return found('company and kind', `${company} has a “${kind}” within ${NEAR_DAYS} days: ${titleOf(record)}`);
    const source = record.sources.find(({ url }) => url && urls.has(comparableUrl(url)));
    return source ? found('source', `${source.url} is a source of ${titleOf(record)}`) : [];
  });
}

const titleOf = ({ id, title }: KnownIncident['record']) => (title ? `“${title}”` : id);

/** True where one of the dates that both have lies near. */
function areNear(draft: IncidentDraft, incident: IncidentDraft): boolean {
  const pairs = [
    [draft.dates?.disclosed, incident.dates?.disclosed],
    [draft.dates?.decided, incident.dates?.decided],
    [draft.dates?.happened?.from, incident.dates?.happened?.from],
  ];
  return pairs.some(
    ([one, other]) =>
      one && other && isPartialDate(one) && isPartialDate(other) && daysBetween(one, other) <= NEAR_DAYS,
  );
}
