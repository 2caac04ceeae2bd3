/**
 * Tells whether an incident is on record already: by its id, its main company and kind in time, or the address of a source.
 * The one place where that is decided, for `add`, its questions and imports.
 */
import type { Incident, Party } from '../../model/incident';
import { firstDay, isPartialDate, lastDay } from '../../model/partial-date';
import { GIVING_ROLES } from '../../model/vocabulary';
import { listInWords } from '../../model/wording';
import type { DatasetFiles } from '../dataset-files';
import { draftCompanies, type IncidentDraft } from './incident-draft';

/** How near two incidents of one company and kind must be to be taken for one. */
export const NEAR_DAYS = 31;

export interface Duplicate {
  /** Path of the record that is there already. */
  file: string;
  id: string;
  /** `near`: something is alike, and not enough to take the two for one. */
  because: 'id' | 'company and kind' | 'source' | 'near';
  /** Said to the person: what is the same. */
  message: string;
}

export interface Duplicates {
  /** Records that the draft repeats, each once. */
  repeated: Duplicate[];
  /** Records that it may be worth a look at. */
  near: Duplicate[];
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

/** Compares `draft` with what is on record. */
export function findDuplicates(draft: IncidentDraft, incidents: readonly KnownIncident[]): Duplicates {
  const found = incidents.flatMap(({ file, record }): Duplicate[] => {
    const same = likeness(draft, record);
    if (!same) return [];
    const retired = record.retired ? ` (retired: ${record.retired.reason})` : '';
    return [{ file, id: record.id, because: same.because, message: `${same.message}${retired}` }];
  });
  return {
    repeated: found.filter(({ because }) => because !== 'near'),
    near: found.filter(({ because }) => because === 'near'),
  };
}

/** What the two have in common, the surest reason; undefined where it is nothing to speak of. */
function likeness(
  draft: IncidentDraft,
  record: KnownIncident['record'],
): Pick<Duplicate, 'because' | 'message'> | undefined {
  if (record.id === draft.id) return { because: 'id', message: `the id “${record.id}” is taken; ids are permanent` };
  const title = record.title ? `“${record.title}”` : record.id;
  const kinds = (draft.kinds ?? []).filter((kind) => record.kinds?.includes(kind)).map((kind) => `“${kind}”`);
  const dates = kinds.length > 0 ? nearDates(draft, record) : undefined;
  const main = common(mainCompanies(draft), mainCompanies(record));
  if (dates?.isPublic && main.length > 0)
    return {
      because: 'company and kind',
      message: `${title}: ${listInWords(main)} with ${listInWords(kinds)} within ${NEAR_DAYS} days (${dates.words})`,
    };
  const urls = new Set(draft.sources.flatMap(({ url }) => (url ? comparableUrl(url) : [])));
  const source = record.sources.find(({ url }) => url && urls.has(comparableUrl(url)));
  if (source) return { because: 'source', message: `${source.url} is a source of ${title}` };
  const any = main.length > 0 ? main : common(draftCompanies(draft), draftCompanies(record));
  if (!dates || any.length === 0) return undefined;
  const part = main.length > 0 ? '' : ', not the main company of both';
  return {
    because: 'near',
    message: `${title}: ${listInWords(any)}${part}, with ${listInWords(kinds)} (${dates.words})`,
  };
}

/**
 * The companies that an incident is about: those from whom the data went. Who received it, supplied the system or decided stands in
 * many records; such a company is the main one only where no other is. A part that is not known yet counts as the main one.
 */
function mainCompanies({ parties }: IncidentDraft): string[] {
  const of = (fits: (role: Party['role'] | undefined) => boolean) =>
    parties.flatMap(({ company, role }) => (company && fits(role) ? company : []));
  const main = of((role) => role === undefined || GIVING_ROLES.includes(role));
  return main.length > 0 ? main : of((role) => role === 'vendor' || role === 'recipient');
}

const common = (some: readonly string[], others: readonly string[]) => [
  ...new Set(some.filter((one) => others.includes(one))),
];

interface NearDates {
  /** Both dates, as they are said to a person. */
  words: string;
  /** False where only the beginnings are near, of incidents that became public apart. */
  isPublic: boolean;
}

/**
 * The dates of the two that lie nearest, if within {@link NEAR_DAYS}: any day on which the one became public or was decided against any
 * of the other; when it began stands in for those only where one of the two has neither.
 */
function nearDates(draft: IncidentDraft, record: IncidentDraft): NearDates | undefined {
  const [mine, theirs] = [publicDates(draft), publicDates(record)];
  const began = nearest(beginning(draft), beginning(record));
  if (mine.length === 0 || theirs.length === 0) return began ? { words: began, isPublic: true } : undefined;
  const words = nearest(mine, theirs);
  if (words) return { words, isPublic: true };
  return began ? { words: began, isPublic: false } : undefined;
}

type NamedDate = [name: string, date: string];

const publicDates = ({ dates }: IncidentDraft): NamedDate[] =>
  (['disclosed', 'decided'] as const).flatMap((name) => dated(name, dates?.[name]));

const beginning = ({ dates }: IncidentDraft): NamedDate[] => dated('began', dates?.happened?.from);

const dated = (name: string, date: string | undefined): NamedDate[] =>
  date && isPartialDate(date) ? [[name, date]] : [];

function nearest(mine: readonly NamedDate[], theirs: readonly NamedDate[]): string | undefined {
  const pairs = mine.flatMap((one) =>
    theirs.map((other) => ({ one, other, gap: daysBetween(one[1], other[1]), sameName: one[0] === other[0] })),
  );
  const [best] = pairs
    .filter(({ gap }) => gap <= NEAR_DAYS)
    .sort((a, b) => a.gap - b.gap || Number(b.sameName) - Number(a.sameName));
  return best ? `yours: ${best.one.join(' ')}; on record: ${best.other.join(' ')}` : undefined;
}

/** Records that are like a new one, as lines: the first few, and how many more. */
export function nearLines(near: readonly Duplicate[]): string[] {
  const told = near.slice(0, 5).map(({ file, message }) => `${file}: ${message}`);
  return near.length > told.length ? [...told, `… and ${near.length - told.length} more`] : told;
}
