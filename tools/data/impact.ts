/** `data impact`: which mentions appear, vanish or change because of changed names. */
import { existsSync, readdirSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Command } from 'commander';
import { checkFiles } from '../../model/check';
import type { Records } from '../../model/rule';
import { countOf } from '../../model/wording';
import { DATA_FOLDER, readDataFolder } from '../data-folder';
import { problemLines } from '../dataset-files';
import { filesOfRevision, forkPoint } from '../git';
import {
  type LabelledText,
  matchCompanies,
  readLabelledCompanies,
  readLabelledTexts,
  verdictOn,
} from '../labelled-text';
import {
  compareMentions,
  compareNames,
  type MentionChange,
  namesOfRecords,
  type OwnedName,
  unguardedNames,
} from '../names-impact';

const CORPUS = fileURLToPath(new URL('../../tests/corpus/', import.meta.url));

interface Flags {
  base?: string;
  limit: string;
  all?: boolean;
  folder: string;
}

/** The labelled corpus and the files given, each with its path. */
function filesToRead(given: readonly string[]): string[] {
  const corpus = existsSync(CORPUS)
    ? readdirSync(CORPUS)
        .filter((name) => /\.jsonl(\.gz)?$/.test(name))
        .sort()
    : [];
  return [
    ...corpus.map((name) => join(CORPUS, name)),
    ...given.map((file) => resolve(process.env.INIT_CWD ?? '.', file)),
  ];
}

/** The records to compare with: those of a folder, or of where this branch left a commit. */
function recordsOfBase(folder: string, base: string | undefined): { records: Records; name: string } {
  const other = base && resolve(process.env.INIT_CWD ?? '.', base);
  if (other && existsSync(join(other, 'companies')))
    return { records: checkFiles(readDataFolder(other)).records, name: base };
  const fork = forkPoint(folder, base);
  return { records: checkFiles(filesOfRevision(folder, fork)).records, name: base ?? fork.slice(0, 9) };
}

const nameLine =
  (sign: string) =>
  ({ company, name }: OwnedName) =>
    `  ${sign} ${name.text} (${company}, ${name.kind}${name.ambiguous ? ', with context words' : ''})`;

/** What the labels say of a change: good news, bad news, or nothing. */
function judgement({ kind, text, before, after }: MentionChange, labelled: ReadonlyMap<string, string>): string {
  const verdict = (mention: typeof before) => {
    const company = mention && labelled.get(mention.company);
    return mention && company ? verdictOn(text, company, mention.start, mention.end).kind : 'unjudged';
  };
  const now = kind === 'vanishes' ? verdict(before) : verdict(after);
  if (now === 'unjudged') return '';
  return (now === 'right') === (kind !== 'vanishes') ? 'better' : 'worse';
}

function changeLine(change: MentionChange, judged: string): string {
  const { start, end } = (change.after ?? change.before) as { start: number; end: number };
  const { text } = change.text;
  const context = `${text.slice(Math.max(0, start - 50), start)}[${text.slice(start, end)}]${text.slice(end, end + 50)}`;
  const who =
    change.kind === 'changes'
      ? `${change.before?.company} → ${change.after?.company}`
      : (change.after ?? change.before)?.company;
  return `  ${change.kind.padEnd(8)} ${judged.padEnd(6)} ${who}: …${context.replace(/\s+/g, ' ')}…`;
}

function impact(given: string[], flags: Flags): void {
  const { records: before, name } = recordsOfBase(flags.folder, flags.base);
  const after = checkFiles(readDataFolder(flags.folder)).records;
  const change = compareNames(before, after);
  const { added, removed, changed } = change;
  console.log(`Names since ${name}: ${added.length} new, ${removed.length} gone, ${changed.length} changed`);
  for (const line of [...added.map(nameLine('+')), ...removed.map(nameLine('−')), ...changed.map(nameLine('~'))])
    console.log(line);

  const indexes = { before: namesOfRecords(before), after: namesOfRecords(after) };
  const texts: LabelledText[] = [];
  for (const file of filesToRead(given)) {
    const own = readLabelledTexts(file);
    texts.push(...own);
    const labelled = matchCompanies(
      after.companies.map(({ record }) => record),
      readLabelledCompanies(file),
    );
    const changes = compareMentions(own, indexes.before, indexes.after).map((one) => ({
      one,
      judged: judgement(one, labelled),
    }));
    const count = (kind: MentionChange['kind']) => changes.filter(({ one }) => one.kind === kind).length;
    const judged = (word: string) => changes.filter((one) => one.judged === word).length;
    console.log(
      `\n${relative(process.cwd(), file)}, ${countOf(own.length, 'text')}: ${count('appears')} appear, ${count('vanishes')} vanish, ${count('changes')} change` +
        ` (by the labels ${judged('better')} better, ${judged('worse')} worse)`,
    );
    // What the labels call worse is shown first.
    const order = ['worse', '', 'better'];
    changes.sort((a, b) => order.indexOf(a.judged) - order.indexOf(b.judged));
    for (const { one, judged: word } of changes.slice(0, Number(flags.limit))) console.log(changeLine(one, word));
    if (changes.length > Number(flags.limit))
      console.log(`  … and ${changes.length - Number(flags.limit)} more (--limit)`);
  }
  if (texts.length === 0) console.log('\nNo texts: tests/corpus is empty and no file was given.');

  const looked = flags.all ? compareNames({ ...before, companies: [] }, after).added : [...added, ...changed];
  const problems = unguardedNames(looked, texts);
  if (problems.length === 0) return;
  console.error(`\n${countOf(problems.length, 'name')} without context words:\n${problemLines(problems)}`);
  process.exitCode = 1;
}

/** The command `impact`. */
export function impactCommand(): Command {
  return new Command('impact')
    .description(
      'which mentions appear, vanish or change because of changed names, on the labelled corpus and the files given',
    )
    .argument('[files...]', 'labelled text besides tests/corpus: JSON lines, plain or gzipped')
    .option('--base <rev>', 'a commit, or a folder that holds a dataset; the main branch where not given')
    .option('--limit <count>', 'how many changes to show a file', '40')
    .option('--all', 'look for missing context words in all names, not only in new and changed ones')
    .option('--folder <folder>', 'the dataset', DATA_FOLDER)
    .addHelpText(
      'after',
      '\nEnds with 1 where a new name is also an English word, a given name, a surname or a place, or stands in the texts in lower case, and has no context words.',
    )
    .action(impact);
}
