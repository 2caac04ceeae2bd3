/** Prints the mentions in text or HTML files: `npm run -s scan -- [--json] FILE…`, `npm run -s scan -- --jsonl FILE`. */
import { readFileSync } from 'node:fs';
import { Command } from 'commander';
import { REASONS } from '../mentions/cue-words';
import { explain } from '../mentions/explain';
import { findMentions, findMentionsOfPage, type Mention } from '../mentions/find-mentions';
import { judge, senseOfPage } from '../mentions/judge';
import type { NamesIndex } from '../mentions/names-index';
import { propose } from '../mentions/propose';
import { type PageRun, weigh } from '../mentions/weigh';
import { packNamesOfFolder } from './names-of-folder';
import { readPageText } from './page-text';

interface Scanned {
  file: string;
  /** Given for HTML: the page's text, which the offsets count in. */
  text?: string;
  mentions: Mention[];
}

const program = new Command('scan')
  .description('Find the companies that a text or a page names, with the code that runs in the page')
  .argument('<files...>', 'text or HTML files; - reads standard input')
  .option('--json', 'one line of JSON a file')
  .option('--explain', 'tell of every place where a name stands whether it is a mention, and why')
  .option('--jsonl', 'the files hold lines {"id", "text"}; prints a line {"id", "mentions"} for each')
  .action((files: string[], options: { json?: boolean; jsonl?: boolean; explain?: boolean }) => {
    const names = packNamesOfFolder();
    for (const file of files) {
      if (options.jsonl) scanLines(file, names);
      else if (options.explain) explainFile(file, names);
      else print(scanFile(file, names), options.json === true);
    }
  });

function read(file: string): string {
  try {
    return readFileSync(file === '-' ? 0 : file, 'utf8');
  } catch (error) {
    return program.error(
      `scan: ${file} cannot be read (${(error as NodeJS.ErrnoException).code}); give the path of a text or HTML file`,
    );
  }
}

/** The runs of a file, its title first; undefined for a plain text. */
function runsOf(file: string, content: string): PageRun[] | undefined {
  if (!/\.x?html?$/i.test(file) && !/^\s*<(?:!doctype|html)/i.test(content)) return undefined;
  const page = readPageText(content);
  return [{ text: page.title, isLink: false }, ...page.runs];
}

function scanFile(file: string, names: NamesIndex): Scanned {
  const content = read(file);
  const runs = runsOf(file, content);
  if (!runs) return { file, mentions: findMentions(content, names) };
  const found = findMentionsOfPage(runs, names).slice(1);
  let text = '';
  const mentions: Mention[] = [];
  for (const [at, run] of runs.slice(1).entries()) {
    for (const mention of found[at] ?? [])
      mentions.push({ ...mention, start: mention.start + text.length, end: mention.end + text.length });
    text += `${run.text}\n`;
  }
  return { file, text, mentions };
}

function explainFile(file: string, names: NamesIndex): void {
  const content = read(file);
  const runs = runsOf(file, content) ?? [{ text: content, isLink: false }];
  const weighed = runs.map(({ text, isLink }) => weigh(text, propose(text, names), names, isLink));
  const sense = senseOfPage(weighed.flat());
  console.log(`${file}:`);
  for (const [at, run] of runs.entries())
    for (const one of weighed[at] ?? []) {
      const { accepted, cues } = judge(one, sense);
      const around = `${run.text.slice(Math.max(0, one.start - 30), one.start)}[${run.text.slice(one.start, one.end)}]${run.text.slice(one.end, one.end + 30)}`;
      console.log(
        `  ${accepted ? 'yes' : 'no '} ${one.company}  …${around.replace(/\s+/g, ' ')}…\n      ${explain(one, accepted, cues, REASONS)}`,
      );
    }
}

function scanLines(file: string, names: NamesIndex): void {
  for (const [at, line] of read(file).split('\n').entries()) {
    if (line.trim() === '') continue;
    const entry = parseLine(line, `${file}:${at + 1}`);
    process.stdout.write(`${JSON.stringify({ id: entry.id, mentions: findMentions(entry.text, names) })}\n`);
  }
}

function parseLine(line: string, place: string): { id: unknown; text: string } {
  try {
    const { id, text } = JSON.parse(line);
    if (typeof text === 'string') return { id, text };
  } catch {
    // Said below, as for a line of another shape.
  }
  return program.error(`scan: ${place} does not fit; each line must be {"id": …, "text": "…"}`);
}

function print(scanned: Scanned, json: boolean): void {
  if (json) {
    process.stdout.write(`${JSON.stringify(scanned)}\n`);
    return;
  }
  const counts = new Map<string, Set<string>>();
  for (const { company, surface } of scanned.mentions)
    counts.set(company, (counts.get(company) ?? new Set()).add(surface));
  console.log(`${scanned.file}: ${scanned.mentions.length} mentions of ${counts.size} companies`);
  for (const [company, surfaces] of counts) {
    const count = scanned.mentions.filter((mention) => mention.company === company).length;
    console.log(`  ${company.padEnd(24)} ${String(count).padStart(4)}  ${[...surfaces].join(', ')}`);
  }
}

program.parse();
