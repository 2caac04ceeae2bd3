/** Compares the dataset with other lists, told apart by their files: HIBP-format JSON, or a table of decisions. */
import { readFileSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { z } from 'zod';
import type { Records } from '../../model/rule';
import { countOf } from '../../model/wording';
import { againstGdprhub } from './against-gdprhub';
import { againstHibp, type HibpEntry, hibpEntrySchema } from './against-hibp';
import type { AgainstReport } from './against-report';
import { type Decision, parseDecisions } from './decision-table';

/** Another list, read. */
export type OtherList = { name: string } & (
  | { kind: 'hibp'; entries: HibpEntry[] }
  | { kind: 'gdprhub'; decisions: Decision[] }
);

/** Reads a list. Throws where the file cannot be read or is of another shape, saying what is expected. */
export function readList(file: string): OtherList {
  const name = basename(file);
  const read = (): string => {
    try {
      return readFileSync(resolve(process.env.INIT_CWD ?? '.', file), 'utf8');
    } catch (error) {
      throw new Error(`${file} cannot be read (${(error as NodeJS.ErrnoException).code}); give the path of a list`);
    }
  };
  const text = read();
  try {
    if (name.endsWith('.tsv')) return { name, kind: 'gdprhub', decisions: parseDecisions(text) };
    return { name, kind: 'hibp', entries: z.array(hibpEntrySchema).parse(JSON.parse(text)) };
  } catch (error) {
    const why =
      error instanceof z.ZodError ? z.prettifyError(error).split('\n').slice(0, 4).join(' ') : (error as Error).message;
    throw new Error(
      `${file} is of another shape: ${why}. Expected a JSON array like that of haveibeenpwned.com/api/v3/breaches, or a .tsv with the columns title, authority, decided, fine, parties, appeal`,
    );
  }
}

/** Compares the records with a list. */
export function checkAgainst(list: OtherList, records: Records): AgainstReport {
  return list.kind === 'hibp'
    ? againstHibp(list.name, list.entries, records)
    : againstGdprhub(list.name, list.decisions, records);
}

/** What the comparison came to, with what the list tells of that no record does. */
export function againstSummary(report: AgainstReport): string {
  const { list, entries, total, known, compared, agree, explained, problems, withoutRecord } = report;
  const rules = new Map<string, number>();
  for (const { rule } of problems) rules.set(rule, (rules.get(rule) ?? 0) + 1);
  const kinds = [...rules].map(([rule, count]) => `${rule} ${count}`).join(', ');
  const lines = [
    `Against ${list}: ${total} ${entries}, ${known} of companies in the dataset, ${compared} compared with a record: ` +
      `${agree} agree, ${compared - agree} differ; ${countOf(problems.length, 'difference')} to mend or explain${kinds ? ` (${kinds})` : ''}, ${explained} explained.`,
  ];
  if (withoutRecord.length > 0)
    lines.push(
      `${countOf(withoutRecord.length, 'entry', 'entries')} of known companies without a record:`,
      ...withoutRecord.map((entry) => `  ${entry}`),
    );
  return `${lines.join('\n')}\n`;
}
