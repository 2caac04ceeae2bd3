/** Pages that change for ever: read, and switched off. And an application that goes from view to view. */
import { type Bench, type Findings, inWords, type Part, type Row, short } from './bench';
import { watchMainThread } from './bench-browser';
import type { BenchPage, Guest } from './bench-web';
import { nextVisit } from './page-load';
import { changingPage, singlePageApplication } from './pages';
import { noiseOf, ratiosOf, spreadOf } from './statistics';

export const changingPart: Part = { rows: ['changing', 'off', 'spa'], run: measureChanging };

/** Two turns may happen to agree; differences below this, in per cent, are never told apart on a busy machine. */
const LEAST_NOISE = 5;

/** Points that a page tells of, between which it is measured. */
interface Window {
  page: BenchPage;
  from: number;
  to: number;
}

async function measureChanging(bench: Bench): Promise<Findings> {
  const { isQuick } = bench;
  const seconds = isQuick ? 3 : 60;
  const changing: Window = { page: changingPage(), from: 1, to: 1 + seconds };
  const views: Window = { page: singlePageApplication(bench.plainNames), from: 2, to: isQuick ? 5 : 42 };
  const rounds = isQuick ? 2 : 3;
  const taken: Record<'ours' | 'off' | 'bare' | 'oursViews' | 'bareViews', number[]> = {
    ours: [],
    off: [],
    bare: [],
    oursViews: [],
    bareViews: [],
  };
  await bench.browser.switchSite('off.localhost', false);
  for (let round = 0; round < rounds; round++) {
    // In turns to and fro: what grows slower or faster with time falls on all alike.
    const forth = round % 2 === 0;
    for (const guest of forth ? (['bare', 'ours', 'off'] as const) : (['off', 'ours', 'bare'] as const))
      taken[guest].push(await mainThreadOf(bench, guest, changing));
    for (const guest of forth ? (['bare', 'ours'] as const) : (['ours', 'bare'] as const))
      taken[`${guest}Views`].push(await mainThreadOf(bench, guest, views));
  }
  const row = more(taken.ours, taken.bare);
  const off = more(taken.off, taken.bare);
  const view = spreadOf(ratiosOf(taken.oursViews, taken.bareViews).map((ratio) => (ratio - 1) * 100));
  const perView = views.to - views.from;
  const noise = noiseOf(taken.bare);
  return {
    rows: [
      {
        id: 'changing',
        what: 'a page that changes 100 times a second, nothing to mark',
        against: 'the same page without the extension',
        target: 'at most 2 % more main-thread time',
        figure: inWords(row, '% more'),
        met: row.median <= 2,
        values: { percentMore: row, oursMs: spreadOf(taken.ours), bareMs: spreadOf(taken.bare) },
        noise,
        notes: [
          `${short(spreadOf(taken.bare).median / seconds)} ms of processor time a second without, ${short(spreadOf(taken.ours).median / seconds)} ms with; ${seconds} s a turn, ${rounds} turns`,
        ],
      },
      offRow(off, noise),
      {
        id: 'spa',
        what: 'a single-page application, a view of 40 paragraphs every half second',
        against: 'the same without the extension',
        target: '–',
        figure: inWords(view, '% more'),
        values: {
          percentMore: view,
          oursMsAView: spreadOf(taken.oursViews.map((ms) => ms / perView)),
          bareMsAView: spreadOf(taken.bareViews.map((ms) => ms / perView)),
        },
        noise: noiseOf(taken.bareViews),
        notes: [
          `${short(spreadOf(taken.oursViews).median / perView)} ms a view against ${short(spreadOf(taken.bareViews).median / perView)} ms`,
        ],
      },
    ],
  };
}

const more = (measured: readonly number[], floor: readonly number[]) =>
  spreadOf(ratiosOf(measured, floor).map((ratio) => (ratio - 1) * 100));

function offRow(off: ReturnType<typeof more>, noise: number): Row {
  const withinNoise = Math.max(LEAST_NOISE, noise * 100);
  return {
    id: 'off',
    what: 'the same page, site switched off',
    against: 'the same page without the extension',
    target: `nothing left running: within noise (at least ${LEAST_NOISE} %)`,
    figure: inWords(off, '% more'),
    met: off.median <= withinNoise,
    values: { percentMore: off },
    noise,
    notes: [],
  };
}

/** Processor time of the page's main thread between two of its points, in milliseconds. */
async function mainThreadOf({ browser, web }: Bench, guest: Guest, { page, from, to }: Window): Promise<number> {
  const visit = nextVisit();
  const begins = web.reached(visit, String(from));
  const ends = web.reached(visit, String(to));
  const tab = await browser.open();
  try {
    const { read } = await watchMainThread(tab);
    await tab.goto(web.address(guest, page, visit), { waitUntil: 'load' });
    await begins;
    const before = (await read()).taskMs;
    await ends;
    return (await read()).taskMs - before;
  } finally {
    await tab.close();
  }
}
