/** Rows of a CSV file as drafts. The columns are documented in docs/workshop.md. */
import { parse } from 'csv-parse/sync';
import type { Incident } from '../../model/incident';
import type { Records } from '../../model/rule';
import { EXPOSURES, INCIDENT_KINDS, ROLES, STATUSES } from '../../model/vocabulary';
import { WorkshopError } from '../dataset-files';
import { moneyIn, peopleIn, responseIn, sourceIn, wordIn } from './cells';
import type { NewDraft } from './drafts';
import { findDuplicates, type KnownIncident, nearLines } from './duplicates';
import { slugOf } from './ids';
import { emptyDraft, type IncidentDraft } from './incident-draft';

/** Every column that is read, with what it holds. Only `company` and `kinds` must be there. */
export const CSV_COLUMNS = {
  key: 'what the list calls the row; without it, company, kind and date tell rows apart',
  company: 'a company id, or a name of the company',
  kinds: 'kinds, the main one first, parted by ;',
  role: 'what the company was in it',
  did: 'one sentence on its part',
  happened: 'from, or from/to',
  disclosed: 'when the public learnt of it',
  decided: 'when it was decided',
  data_types: 'ids of the vocabulary, parted by ;',
  exposure: 'how the data left',
  status: 'how firmly it stands',
  people: 'counts as NUMBER | UNIT | WHO SAYS SO | AS OF | WHICH ONES, parted by ;',
  response: 'ANSWER | DATE | ADDRESS',
  money: 'payments as AMOUNT CURRENCY | KIND | PAYER | PAYEE | DECIDED | APPEAL, parted by ;',
  source: 'KIND | PUBLISHER | DATE | TITLE | ADDRESS | FIELDS IT SUPPORTS',
  source2: 'a second source',
  source3: 'a third source',
  title: 'in our own words',
  summary: 'in our own words',
  note: 'for the person who finishes the record; not part of it',
} as const;

type Row = Partial<Record<keyof typeof CSV_COLUMNS, string>>;

export interface CsvDrafts {
  drafts: NewDraft[];
  /** Rows that a record tells of already: `line 4: …`. */
  onRecord: string[];
  /** Rows that do not fit: `line 7: …`. All of them; the others are imported all the same. */
  refused: string[];
}

/**
 * Drafts for the rows that no record tells of yet.
 * @param list name of the list, part of the drafts’ ids
 * @param incidents what is on record, unfinished records too
 */
export function draftsOfCsv(
  text: string,
  list: string,
  records: Records,
  incidents: readonly KnownIncident[],
): CsvDrafts {
  const result: CsvDrafts = { drafts: [], onRecord: [], refused: [] };
  const seen = new Map<string, number>();
  for (const { record: row, info } of rowsOf(text)) {
    const line = info.lines;
    try {
      const draft = draftOf(row, list, records);
      const before = seen.get(draft.id);
      if (before) throw new WorkshopError(`is the same as line ${before} (${draft.id}); give each its own \`key\``);
      seen.set(draft.id, line);
      const { repeated, near } = findDuplicates(draft.record, incidents);
      if (repeated[0]) result.onRecord.push(`line ${line}: ${repeated[0].id}`);
      else
        result.drafts.push({ ...draft, notes: [...draft.notes, ...nearLines(near).map((line) => `Near it: ${line}`)] });
    } catch (error) {
      if (!(error instanceof WorkshopError)) throw error;
      result.refused.push(`line ${line}: ${error.message}`);
    }
  }
  return result;
}

function rowsOf(text: string): { record: Row; info: { lines: number } }[] {
  let columns: string[] = [];
  const rows = (() => {
    try {
      return parse(text, {
        bom: true,
        trim: true,
        info: true,
        skip_empty_lines: true,
        columns: (header: string[]) => {
          columns = header.map((name) => name.trim().toLowerCase());
          return columns;
        },
      }) as unknown as { record: Row; info: { lines: number } }[];
    } catch (error) {
      throw new WorkshopError(`no CSV: ${(error as Error).message}`);
    }
  })();
  const unknown = columns.filter((name) => !Object.hasOwn(CSV_COLUMNS, name));
  const missing = ['company', 'kinds'].filter((name) => !columns.includes(name));
  if (unknown.length > 0 || missing.length > 0)
    throw new WorkshopError(
      [
        ...(unknown.length > 0 ? [`unknown columns: ${unknown.join(', ')}`] : []),
        ...(missing.length > 0 ? [`missing columns: ${missing.join(', ')}`] : []),
        `Known: ${Object.keys(CSV_COLUMNS).join(', ')}`,
      ].join('\n  '),
    );
  return rows;
}

function draftOf(row: Row, list: string, records: Records): NewDraft {
  const company = companyIn(row.company ?? '', records);
  const kinds = listIn(row.kinds).map((kind) => columnWord(INCIDENT_KINDS, kind, 'kinds'));
  if (kinds.length === 0) throw new WorkshopError('the column `kinds` is empty');
  const [from, to] = (row.happened ?? '').split('/').map((date) => date.trim());
  const dates = {
    ...(from ? { happened: { from, ...(to ? { to } : {}) } } : {}),
    ...(row.disclosed ? { disclosed: row.disclosed } : {}),
    ...(row.decided ? { decided: row.decided } : {}),
  } as Incident['dates'];
  const dataTypes = listIn(row.data_types);
  const unknown = dataTypes.filter((id) => !Object.hasOwn(records.dataTypes, id));
  if (unknown.length > 0)
    throw new WorkshopError(`data_types: unknown ${unknown.join(', ')} (data/vocabulary/data-types.json)`);
  const record: IncidentDraft = {
    ...emptyDraft(),
    ...(row.title ? { title: row.title } : {}),
    kinds,
    ...(Object.keys(dates).length > 0 ? { dates } : {}),
    parties: [
      {
        company,
        ...(row.role ? { role: columnWord(ROLES, row.role, 'role') } : {}),
        ...(row.did ? { did: row.did } : {}),
      },
    ],
    ...(dataTypes.length > 0 ? { dataTypes } : {}),
    ...(row.exposure ? { exposure: columnWord(EXPOSURES, row.exposure, 'exposure') } : {}),
    people: listIn(row.people).map(peopleIn),
    ...(row.status ? { status: columnWord(STATUSES, row.status, 'status') } : {}),
    money: listIn(row.money).map(moneyIn),
    // That nobody answered is for the person to say who searched.
    responses: row.response && row.response !== 'none' ? [responseIn(`${company} | ${row.response}`, '')] : [],
    ...(row.summary ? { summary: row.summary } : {}),
  };
  // When a source was opened is for the person who opens it.
  for (const line of [row.source, row.source2, row.source3]) if (line) record.sources.push(sourceIn(line, record, ''));
  const key = row.key || [company, kinds[0], row.disclosed || row.decided || from].filter(Boolean).join(' ');
  return {
    id: `${slugOf(list)}-${slugOf(key)}`,
    from: list,
    key,
    notes: ['Imported and unread: open every address before it goes into the record.', ...(row.note ? [row.note] : [])],
    record,
  };
}

const listIn = (cell: string | undefined) =>
  (cell ?? '')
    .split(';')
    .map((part) => part.trim())
    .filter(Boolean);

/** A word of a closed list; what is refused names the column. */
function columnWord<K extends string>(words: Record<K, string>, word: string, column: string): K {
  try {
    return wordIn(words, word);
  } catch (error) {
    throw new WorkshopError(`${column}: ${(error as Error).message}`);
  }
}

function companyIn(text: string, records: Records): string {
  const wanted = text.toLowerCase();
  const found = records.companies.filter(
    ({ record }) => record.id === text || record.names.some((name) => name.text.toLowerCase() === wanted),
  );
  const renamed = records.renames[text];
  if (found[0]) return found[0].record.id;
  if (renamed) return renamed;
  throw new WorkshopError(
    `company: “${text}” is no company of the dataset; add it with \`npm run data -- new company\``,
  );
}
