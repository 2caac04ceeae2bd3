/** The scan alone: against a bare loop over the same text, as the names grow, and cold against warm. */
import { fileURLToPath } from 'node:url';
import type { Page } from 'puppeteer-core';
import { build } from 'vite';
import { readPageText } from '../page-text';
import {
  type Bench,
  type Curve,
  type Findings,
  inWords,
  NAMES,
  noiseInWords,
  type Part,
  type Row,
  SIZES,
  short,
} from './bench';
import { watchMainThread } from './bench-browser';
import type { BenchPage } from './bench-web';
import type { ScanData } from './in-page-scan';
import { nextVisit } from './page-load';
import { median, noiseOf, ratiosOf, type Spread, spreadOf } from './statistics';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
/** Enough text for a clock, in UTF-16 units. */
const TEXT_UNITS = 1_600_000;
const QUICK_TEXT_UNITS = 400_000;
const COLD_REPEATS = 40;
const WARMING_TURNS = 3;
/** How long one sample of a way should take, in milliseconds. */
const SAMPLE_MS = 40;

interface Cold {
  cold: number;
  warm: number;
  /** How many times as long the bare loop takes cold: the engine interprets what runs for the first time. */
  floorRatio: number;
}

export const scanPart: Part = {
  rows: ['scan', 'scan-growth', 'cold'],
  run: measureScans,
};

async function measureScans(bench: Bench): Promise<Findings> {
  const { isQuick, browser, web, medianPage, namesOf } = bench;
  const rounds = isQuick ? 5 : 15;
  const script = await bundle();
  const texts = textsOf(bench.pages, isQuick ? QUICK_TEXT_UNITS : TEXT_UNITS);
  const coldTexts = readPageText(medianPage.html).runs.map(({ text }) => text);
  const filters = Object.fromEntries(SIZES.map((size) => [size, namesOf(size).filter]));
  const { companies, names: index, filter } = namesOf(NAMES);
  const names = companies.flatMap((company) => company.names.map(({ text }) => text));
  const warmPage = pageWith('scan', script, { texts, filters, index, names });
  const coldPage = pageWith('cold', script, { texts: coldTexts, filters: { [NAMES]: filter } });

  const open = async (page: BenchPage) => {
    const tab = await browser.open(web.address('bare', page, nextVisit()));
    return { tab, time: await processorTimer(tab) };
  };
  const warm = await open(warmPage);
  const times = await measureWarm(warm.time, ['floor', ...SIZES.map(String), 'index', 'regexp'], rounds);
  await warm.tab.close();
  const cold: Cold[] = [];
  for (let round = 0; round < (isQuick ? 5 : 15); round++) {
    const { tab, time } = await open(coldPage);
    cold.push(await measureCold(time));
    await tab.close();
  }
  const rows = [...scanRows(times, texts), coldRow(cold, coldTexts, medianPage)];
  return { rows, curves: [growthCurve(times)] };
}

/** Milliseconds of one way to scan, for one time over all texts. */
type Timer = (way: string, turns?: number) => Promise<number>;

/** Milliseconds of each way, round by round. */
type ScanTimes = Record<string, number[]>;

const PREPARE = `bench.prepare(JSON.parse(document.getElementById('data').textContent))`;

/** Takes processor time of the page's thread. What asking itself costs is taken off. */
async function processorTimer(tab: Page): Promise<Timer> {
  const { session, read } = await watchMainThread(tab);
  await session.send('Runtime.evaluate', { expression: PREPARE });
  const costOf = async (expression: string) => {
    const before = (await read()).taskMs;
    const { exceptionDetails } = await session.send('Runtime.evaluate', { expression });
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return (await read()).taskMs - before;
  };
  const asking: number[] = [];
  for (let turn = 0; turn < 9; turn++) asking.push(await costOf('bench.kept()'));
  return async (way, turns = 1) =>
    Math.max(0, (await costOf(`bench.run('${way}', ${turns})`)) - median(asking)) / turns;
}

/** All ways in turns. The quick ones go over the texts more often, so that a clock can tell them. */
async function measureWarm(time: Timer, ways: readonly string[], rounds: number): Promise<ScanTimes> {
  const turns: Record<string, number> = {};
  for (const way of ways) {
    await time(way, WARMING_TURNS);
    turns[way] = Math.max(1, Math.min(50, Math.round(SAMPLE_MS / (await time(way)))));
  }
  const times: ScanTimes = Object.fromEntries(ways.map((way) => [way, []]));
  for (let round = 0; round < rounds; round++) for (const way of ways) times[way]?.push(await time(way, turns[way]));
  return times;
}

/** The first scan in a page, and the median of many after it. */
async function measureCold(time: Timer): Promise<Cold> {
  const cold = await time(String(NAMES));
  const floor = await time('floor');
  await time(String(NAMES), COLD_REPEATS);
  await time('floor', COLD_REPEATS);
  const warm: number[] = [];
  for (let turn = 0; turn < 5; turn++) warm.push(await time(String(NAMES), 8));
  return { cold, warm: median(warm), floorRatio: floor / (await time('floor', COLD_REPEATS)) };
}

function scanRows(times: ScanTimes, texts: readonly string[]): Row[] {
  const floor = times.floor ?? [];
  const ratioAt = (size: number): Spread => spreadOf(ratiosOf(times[size] ?? [], floor));
  const ratio = ratioAt(NAMES);
  const growth = spreadOf(ratiosOf(times[100_000] ?? [], times[1500] ?? []));
  const regexp = spreadOf(ratiosOf(times.regexp ?? [], floor));
  const exact = spreadOf(ratiosOf(times.index ?? [], floor));
  const units = texts.reduce((sum, text) => sum + text.length, 0);
  const noise = noiseOf(floor);
  return [
    {
      id: 'scan',
      what: 'scan of text, 6,000 names',
      against: 'a bare charCodeAt loop over the same text',
      target: 'at most 4 times',
      figure: inWords(ratio, 'times'),
      met: ratio.median <= 4,
      values: { ratio, exactRatio: exact, regexpRatio: regexp, floorMs: spreadOf(floor), units },
      noise,
      notes: [
        `${short(units / 1e6)} million units in ${short(texts.length)} runs; one RegExp alternation of the names: ${inWords(regexp, 'times')}`,
        `the page only sifts its text, and leaves a text at the first name; the exact scan that the background does with what is left would cost ${inWords(exact, 'times')}`,
      ],
    },
    {
      id: 'scan-growth',
      what: 'the same with 100,000 names',
      against: 'with 1,500 names',
      target: 'at most 1.5 times',
      figure: inWords(growth, 'times'),
      met: growth.median <= 1.5,
      values: { ratio: growth, ...Object.fromEntries(SIZES.map((size) => [`floorRatioAt${size}`, ratioAt(size)])) },
      noise,
      notes: [
        `against the bare loop: ${SIZES.map((size) => `${short(ratioAt(size).median)} at ${short(size)}`).join(', ')}`,
      ],
    },
  ];
}

function coldRow(times: readonly Cold[], texts: readonly string[], page: BenchPage): Row {
  const ratio = spreadOf(times.map(({ cold, warm }) => cold / warm));
  const warm = times.map((time) => time.warm);
  return {
    id: 'cold',
    what: 'first scan of a median page, code and index cold',
    against: 'the same, warm',
    target: 'at most 3 times',
    figure: `${inWords(ratio, 'times')}; ${short(spreadOf(times.map(({ cold }) => cold)).median)} ms`,
    met: ratio.median <= 3,
    values: { ratio, coldMs: spreadOf(times.map(({ cold }) => cold)), warmMs: spreadOf(warm) },
    noise: noiseOf(warm),
    notes: [
      `${page.name}: ${short(texts.reduce((sum, text) => sum + text.length, 0))} units; warm ${inWords(spreadOf(warm), 'ms')}, noise ${noiseInWords(warm)}; each time a new process`,
      `the bare loop itself: ${inWords(spreadOf(times.map(({ floorRatio }) => floorRatio)), 'times')}; the engine interprets what runs for the first time`,
    ],
  };
}

function growthCurve(times: ScanTimes): Curve {
  return {
    title: 'Scan of text',
    of: 'names',
    unit: 'times a bare loop',
    points: SIZES.map((size) => {
      const { median, low, high } = spreadOf(ratiosOf(times[size] ?? [], times.floor ?? []));
      return { size, value: median, low, high };
    }),
  };
}

function textsOf(pages: readonly BenchPage[], most: number): string[] {
  const texts: string[] = [];
  let units = 0;
  const own = pages.flatMap(({ html }) => readPageText(html).runs.map(({ text }) => text));
  // Few pages are read again and again, until there is enough for a clock.
  for (let at = 0; units < most && own.length > 0; at++) {
    const text = own[at % own.length] as string;
    texts.push(text);
    units += text.length;
  }
  return texts;
}

function pageWith(name: string, script: string, data: ScanData): BenchPage {
  const json = JSON.stringify(data).replaceAll('<', '\\u003c');
  return {
    name,
    html: `<!doctype html><meta charset="utf-8"><title>Scan</title><link rel="icon" href="data:,"><script id="data" type="application/json">${json}</script>
<script>${script.replaceAll('</script', '<\\/script')}</script>`,
    hasScript: true,
    hasFineClock: true,
  };
}

/** The code that scans in the page, as one script that gives `bench`. It is named, not imported: it runs elsewhere. */
async function bundle(): Promise<string> {
  const output = await build({
    root: ROOT,
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      target: 'esnext',
      rollupOptions: { input: fileURLToPath(import.meta.resolve('./in-page-scan.ts')), output: { format: 'iife' } },
    },
  });
  const chunk = [output].flat().flatMap((one) => ('output' in one ? one.output : []))[0];
  if (chunk?.type !== 'chunk') throw new Error('the scan could not be bundled');
  return chunk.code;
}
