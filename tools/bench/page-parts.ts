/** What a page pays for being read: everything on its main thread, the longest slice, against a bare walk and against mark.js. */
import { type Bench, type Findings, inWords, noiseInWords, type Part, type Row, short } from './bench';
import type { BenchPage, Guest } from './bench-web';
import { loadPages, type PageLoad } from './page-load';
import { giantPage, singlePageApplication } from './pages';
import { median, noiseOf, ratiosOf, spreadOf } from './statistics';

const cpuOf = (loads: readonly PageLoad[], guest: Guest, page?: BenchPage): number[] =>
  loads.filter((load) => load.guest === guest && (!page || load.page === page)).map((load) => load.cpuMs);
const runOf = (loads: readonly PageLoad[], guest: Guest, page: BenchPage): number[] =>
  loads.filter((load) => load.guest === guest && load.page === page).map((load) => load.runMs);
const longestOf = (load: PageLoad, key: 'cpuMs' | 'wallMs'): number =>
  Math.max(...load.slices.map((slice) => slice[key]));

/** Every `step`-th of the pages, the median one first. */
const everyNth = (pages: readonly BenchPage[], step: number, first: BenchPage): BenchPage[] => [
  first,
  ...pages.filter((page, at) => at % step === 0 && page !== first),
];

/** Pairs of rounds only: an opening that did not count leaves its partner alone. */
function paired(a: readonly number[], b: readonly number[]): [number[], number[]] {
  const length = Math.min(a.length, b.length);
  return [a.slice(0, length), b.slice(0, length)];
}

export const pagePart: Part = { rows: ['page', 'giant', 'slice', 'mark-js'], run: measurePages };

async function measurePages(bench: Bench): Promise<Findings> {
  const { isQuick, browser, web, pages, medianPage } = bench;
  const rounds = isQuick ? 2 : 3;
  const giant = giantPage(bench.plainNames);
  const sample = isQuick ? everyNth(pages, 30, medianPage) : pages;
  const plan: { page: BenchPage; guest: Guest }[] = [];
  for (let round = 0; round < rounds; round++) {
    const guests = round % 2 === 0 ? (['walk', 'ours'] as const) : (['ours', 'walk'] as const);
    for (const page of isQuick && round > 0 ? sample : [...sample, giant])
      for (const guest of guests) plan.push({ page, guest });
    if (isQuick && round > 0) continue;
    plan.push({ page: giant, guest: 'units' }, { page: medianPage, guest: 'units' });
    plan.push({ page: medianPage, guest: 'empty' });
  }
  bench.log(`${plan.length} openings of ${sample.length} pages`);
  const loads = await loadPages(browser, web, plan);
  const forMarkJs = [medianPage, ...(isQuick ? [] : everyNth(pages, 10, medianPage).slice(1, 4))];
  const marked = await loadPages(
    browser,
    web,
    forMarkJs.map((page) => ({ page, guest: 'markjs' as const })),
    { coarse: true },
  );

  const perPage = sample.map((page) => {
    const [ours, walk] = paired(cpuOf(loads, 'ours', page), runOf(loads, 'walk', page));
    return { page, ours, walk, ratio: median(ratiosOf(ours, walk)) };
  });
  const ratios = spreadOf(perPage.map(({ ratio }) => ratio));
  const floorNoise = median(perPage.map(({ walk }) => noiseOf(walk)));
  const against = marked.map((load) => load.cpuMs / median(cpuOf(loads, 'ours', load.page)));
  return {
    rows: [
      {
        id: 'page',
        what: 'everything on the main thread for a page',
        against: 'a bare TreeWalker walk that reads every text node',
        target: 'median at most 2.5 times',
        figure: `${inWords(ratios, 'times')}; ${short(median(perPage.map(({ ours }) => median(ours))))} ms`,
        met: ratios.median <= 2.5,
        values: {
          ratio: ratios,
          oursMs: spreadOf(perPage.map(({ ours }) => median(ours))),
          walkMs: spreadOf(perPage.map(({ walk }) => median(walk))),
          emptyScriptMs: spreadOf(cpuOf(loads, 'empty', medianPage)),
          medianPage: medianPage.name,
          medianPageUnitsMs: spreadOf(runOf(loads, 'units', medianPage)),
        },
        noise: floorNoise,
        notes: [
          `${sample.length} pages, ${rounds} rounds; processor time of the page's thread, each opening in a new process`,
          `an empty content script costs ${short(median(cpuOf(loads, 'empty', medianPage)))} ms; reading each unit as well as each node ${short(median(runOf(loads, 'units', medianPage)))} ms on ${medianPage.name}`,
        ],
      },
      giantRow(loads, giant),
      sliceRow(loads, await applicationSlices(bench)),
      {
        id: 'mark-js',
        what: 'the same',
        against: 'mark.js with the same names',
        target: 'at least 20 times less',
        figure: `${inWords(spreadOf(against), 'times less')}`,
        met: median(against) >= 20,
        values: { timesLess: spreadOf(against), markJsMs: spreadOf(marked.map((load) => load.cpuMs)) },
        notes: [`on ${marked.map((load) => load.page.name).join(', ')}`],
      },
    ],
  };
}

function giantRow(loads: readonly PageLoad[], giant: BenchPage): Row {
  const [ours, walk] = paired(cpuOf(loads, 'ours', giant), runOf(loads, 'walk', giant));
  const units = runOf(loads, 'units', giant);
  const ratios = spreadOf(ratiosOf(ours, walk));
  return {
    id: 'giant',
    what: 'the same, one page of 5 million characters',
    against: 'a bare TreeWalker walk that reads every text node',
    target: 'at most 2 times',
    figure: inWords(ratios, 'times'),
    met: ratios.median <= 2,
    values: { ratio: ratios, oursMs: spreadOf(ours), walkMs: spreadOf(walk), unitsMs: spreadOf(units) },
    noise: noiseOf(walk),
    notes: [
      `${short(median(ours))} ms against ${short(median(walk))} ms; ${short(median(ours) / median(units))} times a walk that also reads each unit (${short(median(units))} ms, noise ${noiseInWords(units)})`,
    ],
  };
}

/** Of each page the median round, of the pages the longest; and the single longest of all. */
function sliceRow(loads: readonly PageLoad[], application: { longestMs: number }): Row {
  const ours = loads.filter((load) => load.guest === 'ours');
  const pages = [...new Set(ours.map((load) => load.page))].map((page) => ({
    name: page.name,
    cpuMs: median(ours.filter((load) => load.page === page).map((load) => longestOf(load, 'cpuMs'))),
  }));
  const worst = pages.reduce((a, b) => (b.cpuMs > a.cpuMs ? b : a));
  const single = Math.max(...ours.map((load) => longestOf(load, 'cpuMs')));
  const onClock = Math.max(...ours.map((load) => longestOf(load, 'wallMs')));
  const longest = Math.max(worst.cpuMs, application.longestMs);
  return {
    id: 'slice',
    what: 'longest slice of work',
    against: '–',
    target: 'under 8 ms, no long task (50 ms)',
    figure: `${short(longest)} ms (${worst.cpuMs >= application.longestMs ? worst.name : 'single-page application'}); median page ${short(median(pages.map(({ cpuMs }) => cpuMs)))} ms`,
    met: longest < 8 && onClock < 50,
    values: {
      longestSliceMs: spreadOf(pages.map(({ cpuMs }) => cpuMs)),
      singleLongestMs: single,
      longestOnTheClockMs: onClock,
      applicationMs: application.longestMs,
    },
    notes: [
      `of each page the median round; the single longest took ${short(single)} ms of processor time, the longest on the clock ${short(onClock)} ms (with whatever else the machine did)`,
    ],
  };
}

/** The longest stretch that a single-page application had to wait for our script in one task. */
async function applicationSlices({ browser, web, isQuick, plainNames }: Bench): Promise<{ longestMs: number }> {
  const [load] = await loadPages(browser, web, [{ page: singlePageApplication(plainNames), guest: 'ours' }], {
    until: (visit) => web.reached(visit, String(isQuick ? 6 : 20)),
  });
  if (!load) throw new Error('the single-page application was not read');
  return { longestMs: longestOf(load, 'cpuMs') };
}
