/**
 * Measures what the extension costs, side by side with the floor: `npm run bench [-- --quick] [--pages DIR] [--only ROW] [--json FILE]
 * [--write]`. How to read the figures: docs/bench.md.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Command } from 'commander';
import { build } from 'wxt';
import { packNames } from '../mentions/pack-names';
import { packNamesFilter } from '../mentions/pack-names-filter';
import { backgroundPart } from './bench/background-part';
import { type Bench, type Curve, NAMES, type Part, type Row } from './bench/bench';
import { BenchBrowser } from './bench/bench-browser';
import { type BenchPage, BenchWeb, withoutFrames } from './bench/bench-web';
import { cardPart } from './bench/card-part';
import { changingPart } from './bench/changing-part';
import { Extensions } from './bench/extensions';
import { indexPart } from './bench/index-part';
import { machineInWords, noteMachine } from './bench/machine';
import { marksPart } from './bench/marks-part';
import { memoryPart } from './bench/memory-part';
import { pagePart } from './bench/page-parts';
import { picture } from './bench/picture';
import { popupPart } from './bench/popup-part';
import { asJson, asMarkdown, asTable } from './bench/report';
import { scanPart } from './bench/scan-part';
import { companiesWithNames, plainNames } from './bench/synthetic-companies';
import { weightPart } from './bench/weight-part';
import { packFolder } from './dataset';
import { findBrowser } from './installed-browsers.mjs';
import { readPageText } from './page-text';

const ROOT = fileURLToPath(new URL('../', import.meta.url));
const OWN_PAGES = join(ROOT, 'tests/fixtures/pages');
/** In the order of the table. */
const PARTS: Part[] = [
  scanPart,
  pagePart,
  changingPart,
  marksPart,
  weightPart,
  indexPart,
  memoryPart,
  cardPart,
  popupPart,
  backgroundPart,
];

interface Options {
  quick?: boolean;
  pages?: string;
  only?: string[];
  json?: string;
  write?: boolean;
}

const program = new Command('bench')
  .description('Measure what the extension costs, side by side with the floor')
  .option('--quick', 'fewer pages and rounds: about two minutes and a half')
  .option('--pages <folder>', 'HTML files to read; the project’s own where not given')
  .option('--only <rows...>', `only these rows: ${PARTS.flatMap((part) => part.rows).join(', ')}`)
  .option('--json <file>', 'write everything that was measured')
  .option('--write', 'write the table and the picture to docs/')
  .action((options: Options) => run(options));

async function run(options: Options): Promise<void> {
  const parts = PARTS.filter((part) => !options.only || part.rows.some((row) => options.only?.includes(row)));
  if (parts.length === 0)
    program.error(`bench: no such row; there are ${PARTS.flatMap((part) => part.rows).join(', ')}`);
  const from = process.env.INIT_CWD ?? '.';
  const pages = readPages(options.pages ? resolve(from, options.pages) : OWN_PAGES);
  const log = (line: string) => console.error(line);
  await build({ root: ROOT, configFile: join(ROOT, 'wxt.config.ts'), browser: 'chrome' });
  console.error(`Browser: ${findBrowser('chromium')}`);
  const { dataset } = packFolder();
  const namesOf = (count: number) => {
    const companies = companiesWithNames(count, dataset.companies);
    const { version } = dataset;
    return { companies, names: packNames(companies, version), filter: packNamesFilter(companies, version) };
  };
  const { companies, names, filter } = namesOf(NAMES);
  const built = join(ROOT, '.output/chrome-mv3');
  const extensions = new Extensions();
  const web = await BenchWeb.start();
  const running = extensions.ours(built, { names, filter });
  const others = extensions.others(companies.flatMap((company) => company.names.map(({ text }) => text)));
  const browser = await BenchBrowser.start([running, others]);
  const machine = await noteMachine(browser.browser);
  const rows: Row[] = [];
  const curves: Curve[] = [];
  try {
    const bench: Bench = {
      isQuick: options.quick === true,
      web,
      browser,
      extensions,
      built,
      running,
      pages,
      medianPage: medianOf(pages),
      dataset,
      namesOf,
      plainNames: plainNames(companies, 12),
      log,
    };
    for (const part of parts) {
      const begun = Date.now();
      log(`measuring ${part.rows.join(', ')} …`);
      try {
        const found = await part.run(bench);
        rows.push(...found.rows.filter(({ id }) => !options.only || options.only.includes(id)));
        curves.push(...(found.curves ?? []));
      } catch (error) {
        // One part that fails takes no others with it; its rows say why.
        rows.push(
          ...part.rows.filter((id) => !options.only || options.only.includes(id)).map((id) => failedRow(id, error)),
        );
      }
      log(`  ${Math.round((Date.now() - begun) / 1000)} s`);
    }
  } finally {
    await browser.stop();
    await web.stop();
    extensions.remove();
  }
  machine.end();
  console.log(`\n${asTable(rows)}\n${machineInWords(machine, rows)}`);
  const report = { machine, rows, curves, pages: pages.length, quick: options.quick === true };
  if (options.json) writeFileSync(resolve(from, options.json), asJson(report));
  if (options.write) {
    writeFileSync(join(ROOT, 'docs/bench.svg'), picture(rows, curves));
    writeFileSync(join(ROOT, 'docs/bench.md'), asMarkdown(report));
  }
}

const failedRow = (id: string, error: unknown): Row => ({
  id,
  what: id,
  against: '–',
  target: '–',
  figure: 'could not be measured',
  values: {},
  notes: [error instanceof Error ? error.message : String(error)],
});

function readPages(folder: string): BenchPage[] {
  if (!existsSync(folder)) program.error(`bench: ${folder} does not exist; give a folder of HTML files`);
  const pages = readdirSync(folder)
    .filter((name) => /\.x?html?$/i.test(name))
    .sort()
    .map((name) => ({
      name: name.replace(/\.x?html?$/i, ''),
      html: withoutFrames(readFileSync(join(folder, name), 'utf8')),
    }));
  if (pages.length === 0) program.error(`bench: no HTML file in ${folder}`);
  return pages;
}

/** The page whose text is of median length. */
function medianOf(pages: readonly BenchPage[]): BenchPage {
  const lengths = pages.map((page) => ({
    page,
    length: readPageText(page.html).runs.reduce((sum, { text }) => sum + text.length, 0),
  }));
  lengths.sort((a, b) => a.length - b.length);
  return (lengths[lengths.length >> 1] as (typeof lengths)[number]).page;
}

program.parseAsync().then(
  () => process.exit(0),
  (error: unknown) => {
    console.error(`bench: ${error instanceof Error ? error.stack : error}`);
    process.exit(1);
  },
);
