/** Rows of a list in the format of Have I Been Pwned, as drafts in our own words. */
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { Records } from '../../model/rule';
import { dateInWords, listInWords, numberInWords } from '../../model/wording';
import { againstHibp, companyFinder, hibpEntrySchema } from '../data/against-hibp';
import { HIBP_CLASSES } from '../data/hibp-classes';
import { WorkshopError } from '../dataset-files';
import type { NewDraft } from './drafts';
import { findDuplicates, type KnownIncident, nearLines } from './duplicates';
import { slugOf } from './ids';

const rowSchema = hibpEntrySchema.extend({ AddedDate: z.string().optional(), Links: z.array(z.string()).optional() });

export type HibpRow = z.infer<typeof rowSchema>;

/** Why rows gave no draft. */
export interface LeftOut {
  onRecord: number;
  unknownCompany: number;
  /** Fabricated, retired, or lists for spam: no breach of anybody. */
  noBreach: number;
}

const NO_BREACH = ['IsFabricated', 'IsSpamList', 'IsRetired'];
const LIST = 'Have I Been Pwned';

/** Reads a list. Throws a {@link WorkshopError} that says what is expected. */
export function readHibpRows(file: string): HibpRow[] {
  try {
    return z.array(rowSchema).parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch (error) {
    const why =
      error instanceof z.ZodError ? z.prettifyError(error).split('\n').slice(0, 3).join(' ') : (error as Error).message;
    throw new WorkshopError(
      `${file} cannot be imported: ${why}\n  Expected a JSON array like that of haveibeenpwned.com/api/v3/breaches`,
    );
  }
}

/**
 * Drafts for the rows that no record tells of yet.
 * @param known what is on record, unfinished records too: what `add` would take for the same, the draft says
 * @param withUnknown also rows of companies that the dataset does not know: the draft names them as a body
 */
export function draftsOfHibp(
  rows: readonly HibpRow[],
  records: Records,
  known: readonly KnownIncident[],
  withUnknown: boolean,
): { drafts: NewDraft[]; leftOut: LeftOut } {
  const companiesOf = companyFinder(records.companies.map(({ record }) => record));
  const leftOut: LeftOut = { onRecord: 0, unknownCompany: 0, noBreach: 0 };
  const drafts: NewDraft[] = [];
  const unrecorded = new Set(againstHibp(LIST, rows, records).withoutRecord.map((words) => words.split(' (')[0]));
  for (const row of rows) {
    const companies = [...companiesOf(row)];
    if (row.Flags?.some((flag) => NO_BREACH.includes(flag))) leftOut.noBreach++;
    else if (companies.length === 0 && !withUnknown) leftOut.unknownCompany++;
    else if (companies.length > 0 && !unrecorded.has(row.Name)) leftOut.onRecord++;
    else {
      const draft = draftOf(row, companies, records);
      const { repeated, near } = findDuplicates(draft.record, known);
      drafts.push({
        ...draft,
        notes: [...draft.notes, ...nearLines([...repeated, ...near]).map((line) => `Near it: ${line}`)],
      });
    }
  }
  return { drafts, leftOut };
}

function draftOf(row: HibpRow, companies: readonly string[], records: Records): NewDraft {
  const [company] = companies;
  const name = records.companies.find(({ record }) => record.id === company)?.record.name ?? row.Title ?? row.Name;
  const classes = row.DataClasses ?? [];
  const sure = classes.flatMap((one) => (HIBP_CLASSES[one]?.length === 1 ? HIBP_CLASSES[one] : []));
  const dataTypes = [...new Set(sure)].filter((id) => Object.hasOwn(records.dataTypes, id)).sort();
  const added = row.AddedDate?.slice(0, 10);
  const types = dataTypes.map((id) => records.dataTypes[id] ?? id);
  const count = `${numberInWords(row.PwnCount)} accounts`;
  return {
    id: `hibp-${slugOf(row.Name)}`,
    from: 'hibp',
    key: row.Name,
    notes: notesOf(row, companies),
    record: {
      title: `Data of ${count} of ${name} were in a breach`,
      kinds: ['breach'],
      dates: { happened: { from: row.BreachDate } } as NonNullable<NewDraft['record']['dates']>,
      parties: [company ? { company, role: 'breached' } : { body: name, role: 'breached' }],
      ...(dataTypes.length > 0 ? { dataTypes } : {}),
      people:
        row.PwnCount > 0
          ? [{ value: row.PwnCount, unit: 'accounts', saidBy: 'researcher', ...(added ? { asOf: added } : {}) }]
          : [],
      responses: [],
      money: [],
      sources: [
        {
          title: row.Title ?? row.Name,
          publisher: LIST,
          ...(added ? { date: added } : {}),
          url: `https://haveibeenpwned.com/PwnedWebsites#${row.Name}`,
          kind: 'dataset',
          supports: [
            'dates/happened',
            ...(dataTypes.length > 0 ? ['dataTypes'] : []),
            ...(row.PwnCount > 0 ? ['people/0'] : []),
          ],
        },
        ...(row.Links ?? []).map((url) => ({ url })),
      ],
      summary: `${LIST} counts ${count} of ${name} in data from a breach that it dates ${dateInWords(row.BreachDate)}${types.length > 0 ? `, with ${listInWords(types, 5)}` : ''}.`,
      history: [],
    },
  };
}

function notesOf(row: HibpRow, companies: readonly string[]): string[] {
  const open = (row.DataClasses ?? []).flatMap((one) => {
    const ids = HIBP_CLASSES[one];
    if (!ids) return [`“${one}” has no counterpart in data/vocabulary/data-types.json`];
    return ids.length > 1 ? [`“${one}”: choose among ${ids.join(', ')}`] : [];
  });
  return [
    'Imported and unread: a list alone is no sufficient source; open every address before it goes into the record.',
    'Not in the list: when the public learnt of it, what the company answered, how the data left, and how firmly it stands.',
    ...(companies.length > 1 ? [`The name fits several companies: ${companies.join(', ')}`] : []),
    ...(companies.length === 0 ? ['The company is not in the dataset: `npm run data -- new company` first.'] : []),
    ...(row.Flags && !row.Flags.includes('IsVerified') ? ['The list marks it as unverified.'] : []),
    ...open,
  ];
}
