/** Puts a new incident record into the dataset: its id and place, never a second record of the same thing. */
import type { Problem } from '../../model/problem';
import { type DatasetFiles, WorkshopError } from '../dataset-files';
import { dateIn } from './cells';
import { type Duplicate, type Duplicates, findDuplicates, knownIncidents } from './duplicates';
import { proposeIncidentId } from './ids';
import { draftCompanies, draftDate, INCIDENT_SCHEMA, type IncidentDraft, inOrder } from './incident-draft';
import { leftToDo } from './left-to-do';

export interface WriteOptions {
  /** True where a person has said that it is another incident than those found: a taken id is refused all the same. */
  distinct?: boolean;
  /** What the id says between company and year; the first kind where not given. */
  words?: string;
  /** `YYYY-MM-DD` */
  today: string;
}

export interface Written {
  id: string;
  /** Relative to the dataset’s folder. */
  path: string;
  /** What only a person can fill in. */
  left: Problem[];
  /** Records that are like it, and not enough to be taken for the same. */
  near?: Duplicate[];
}

/** The id proposed for a draft; needs its company, kind and date. */
export function idFor(files: DatasetFiles, draft: IncidentDraft, words?: string): string {
  const taken = new Set(files.paths.map((path) => path.slice(path.lastIndexOf('/') + 1).replace(/\.json$/, '')));
  const [company = ''] = draftCompanies(draft);
  return proposeIncidentId(company, words ?? draft.kinds?.[0] ?? '', draftDate(draft) ?? '', (id) => taken.has(id));
}

/** Records that the draft would repeat, or that are like it. */
export function duplicatesOf(files: DatasetFiles, draft: IncidentDraft): Duplicates {
  return findDuplicates(draft, knownIncidents(files));
}

/**
 * What the record lacks that its id and place need; undefined where nothing.
 * @param isRefused true of a flag that was given and did not fit: that is said elsewhere
 */
export function missingWords(
  draft: IncidentDraft,
  isRefused: (flag: string) => boolean = () => false,
): string | undefined {
  const hasDate = draftDate(draft) || isRefused('disclosed') || isRefused('decided');
  const missing = [
    ...(draftCompanies(draft).length > 0 ? [] : ['the company (--company)']),
    ...(draft.kinds?.length || isRefused('kind') ? [] : ['the kind (--kind)']),
    ...(hasDate ? [] : ['the day it was disclosed or decided (--disclosed, --decided)']),
  ];
  return missing.length > 0 ? `a record needs at least ${missing.join(', ')}` : undefined;
}

/** Adds the record to `files`, unwritten. Throws a {@link WorkshopError} where it lacks what its place needs, or repeats another. */
export function addIncident(files: DatasetFiles, draft: IncidentDraft, options: WriteOptions): Written {
  const missing = missingWords(draft);
  if (missing) throw new WorkshopError(missing);
  for (const company of draftCompanies(draft)) requireCompany(files, company);
  const date = draftDate(draft) as string;
  dateIn(date);

  const record = { ...draft, $schema: INCIDENT_SCHEMA, id: draft.id ?? idFor(files, draft, options.words) };
  if (!/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(record.id))
    throw new WorkshopError(`“${record.id}” is no id: use lower-case letters, digits and single hyphens`);
  const { repeated, near } = duplicatesOf(files, record);
  const refused = repeated.filter(({ because }) => because === 'id' || !options.distinct);
  if (refused.length > 0) throw new WorkshopError(duplicateWords(refused));
  if (record.history.length === 0) record.history = [{ date: options.today, change: 'First written' }];

  const path = `incidents/${date.slice(0, 4)}/${record.id}.json`;
  if (files.has(path))
    throw new WorkshopError(`${path} is there already and cannot be read; run \`npm run data -- check\``);
  files.put(path, inOrder(record));
  return { id: record.id, path, left: leftToDo(files, path), near };
}

/** Throws where `id` is no company, saying which it may be. */
export function requireCompany(files: DatasetFiles, id: string): void {
  if (files.has(`companies/${id}.json`)) return;
  const renamed = (files.json('renames.json') as Record<string, string> | undefined)?.[id];
  const { companies } = files.check().records;
  const near = companies
    .filter(({ record }) =>
      [record.id, ...record.names.map((name) => name.text)].some((name) =>
        name.toLowerCase().includes(id.toLowerCase()),
      ),
    )
    .map(({ record }) => `${record.id} (${record.name})`);
  throw new WorkshopError(
    `no company “${id}”${renamed ? `: it is “${renamed}” now` : ''}\n${
      near.length > 0 ? `  Is it ${near.slice(0, 5).join(', ')}?\n` : ''
    }  Add it with \`npm run data -- new company\``,
  );
}

/** What is said where a record is there already. */
export function duplicateWords(duplicates: readonly Duplicate[]): string {
  const lines = duplicates.map(({ file, message }) => `  ${file}: ${message}`);
  const mend = duplicates.some(({ because }) => because === 'id')
    ? 'Correct that record, or choose another id (--id).'
    : 'Correct that record; where this is another incident, say so with --distinct.';
  return `this is on record already\n${lines.join('\n')}\n  ${mend}`;
}
