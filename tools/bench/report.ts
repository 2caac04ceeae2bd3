/** The findings as a table for the terminal, as JSON, and as docs/bench.md. */
import type { Curve, Row } from './bench';
import { type Machine, machineInWords } from './machine';

export interface Report {
  machine: Machine;
  rows: Row[];
  curves: Curve[];
  /** How many pages were given. */
  pages: number;
  quick: boolean;
}

const metInWords = ({ met }: Row): string => (met === undefined ? '–' : met ? 'met' : 'NOT MET');

export function asTable(rows: readonly Row[]): string {
  const lines = rows.map((row) => [row.id, row.target, row.figure, metInWords(row)] as const);
  const widths = [0, 1, 2].map((column) => Math.max(...lines.map((line) => (line[column] as string).length)));
  return rows
    .map((row, at) => {
      const line = (lines[at] as readonly string[]).map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ');
      return [
        `${line.trimEnd()}`,
        `    ${row.what}, against: ${row.against}`,
        ...row.notes.map((note) => `    ${note}`),
      ].join('\n');
    })
    .join('\n');
}

export const asJson = ({ machine, rows, curves, pages, quick }: Report): string =>
  `${JSON.stringify({ machine, pages, quick, rows, curves }, null, 2)}\n`;

export function asMarkdown({ machine, rows, pages, quick }: Report): string {
  const line = (row: Row) =>
    `| ${[`\`${row.id}\``, row.what, row.against, row.target, row.figure, metInWords(row)].join(' | ')} |`;
  return `# What the extension costs

\`npm run bench\` measures it in Chromium with the built extension and writes this page and its picture with \`--write\`; \`--quick\` takes two minutes and a half on two cores,
\`--pages DIR\` reads the HTML files of a folder, \`--only ROW\` measures one row, \`--json FILE\` keeps everything.

${machineInWords(machine, rows)} ${pages} pages${quick ? ', quick' : ''}.

| row | what | measured against | to reach | figure | |
|---|---|---|---|---|---|
${rows.map(line).join('\n')}

![Figures against their targets, and growth](bench.svg)

## Notes of this run

${rows.flatMap((row) => row.notes.map((note) => `- \`${row.id}\`: ${note}`)).join('\n')}

## How to read it

- **Ratios, not times.** Each figure is taken in turns with its floor in the same run, and the ratio is formed round by round; given are the median and, in brackets, the
  quartiles. A machine twice as fast shows the same ratios. “Noise” is how far the floor's own quartiles lie apart: a difference smaller than that says nothing.
- **Times of a page** are processor time of the page's main thread, from the browser's own trace: what other processes took meanwhile is not in them. Real pages are
  opened with their scripts silent and nothing loaded from elsewhere, each in a new process with all code cold; so whatever runs script there is the
  extension. A task counts whole where it is there for the script; where it is the page's own (parsing, layout), only the script in it counts.
- **The floor of a page** is the run alone, without compiling, of a content script that visits every text node and reads its \`data\`. A walk that also reads each unit stands beside it.
- **The same browser, other hosts**: the extension runs on \`ours.localhost\` and leaves \`bare\`, \`walk\`, \`units\`, \`empty\` and \`markjs.localhost\` to what it is measured
  against. Apart from that line of its manifest and the names that it carries (6,000: a core of the dataset's own, the rest made up, always the same), it is the built extension.
- **Pages that change** count their own changes and tell the bench; what is compared is processor time per change.
- **Firefox is not in it**: its figures made no sense under remote control (a cold scan faster than a warm one), and why was not found out.
- **Timings are never tests**: machines differ. The weight budgets are.
`;
}
