/** Prints the mentions in text or HTML files: `npm run -s scan -- [--json] FILE…`, `npm run -s scan -- --jsonl FILE`. */
import { readFileSync } from 'node:fs';
import { Command } from 'commander';
import { findMentions, findMentionsOfPage, type Mention } from '../mentions/find-mentions';
import type { NamesIndex } from '../mentions/names-index';
import { packFolder } from './dataset';
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
  .option('--jsonl', 'the files hold lines {"id", "text"}; prints a line {"id", "mentions"} for each')
  .action((files: string[], options: { json?: boolean; jsonl?: boolean }) => {
    const { names } = packFolder();
    for (const file of files) {
      if (options.jsonl) scanLines(file, names);
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

function scanFile(file: string, names: NamesIndex): Scanned {
  const content = read(file);
  if (!/\.x?html?$/i.test(file) && !/^\s*<(?:!doctype|html)/i.test(content))
    return { file, mentions: findMentions(content, names) };
  const page = readPageText(content);
  const found = findMentionsOfPage([{ text: page.title, isLink: false }, ...page.runs], names).slice(1);
  let text = '';
  const mentions: Mention[] = [];
  for (const [at, run] of page.runs.entries()) {
    for (const mention of found[at] ?? [])
      mentions.push({ ...mention, start: mention.start + text.length, end: mention.end + text.length });
    text += `${run.text}\n`;
  }
  return { file, text, mentions };
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
