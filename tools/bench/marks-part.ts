/** Scrolling, layout and small changes of a page with a thousand marks, against the same page without. */
import { type Bench, type Findings, inWords, noiseInWords, type Part, short } from './bench';
import { pause, watchMainThread } from './bench-browser';
import type { BenchPage, Guest } from './bench-web';
import { nextVisit } from './page-load';
import { mentionsPage } from './pages';
import { noiseOf, ratiosOf, spreadOf } from './statistics';

export const marksPart: Part = { rows: ['marks', 'layout-shift'], run: measureMarks };

const FRAMES = 120;

/** Between scrolling and what comes next: longer than the extension takes to see that the page rests, in milliseconds. */
const REST_MS = 1500;

/** Scrolls a part of the page in each frame, lays it out anew in each frame, or changes a text in a corner in each. */
const SCROLL = `(async () => {
  const frame = () => new Promise(requestAnimationFrame);
  const step = (document.documentElement.scrollHeight - innerHeight) / ${FRAMES};
  for (let i = 0; i < ${FRAMES}; i++) { scrollBy(0, step); await frame(); }
  return 1;
})()`;
const LAYOUT = `(async () => {
  const frame = () => new Promise(requestAnimationFrame);
  for (let i = 0; i < ${FRAMES / 2}; i++) { document.body.style.maxWidth = (44 - i % 2) + 'em'; await frame(); }
  return 1;
})()`;
const CHANGE = `(async () => {
  const frame = () => new Promise(requestAnimationFrame);
  const corner = document.createElement('div');
  corner.style.cssText = 'position:fixed;top:0;left:0;width:100px;height:20px;contain:strict';
  corner.textContent = '0';
  document.body.append(corner);
  for (let i = 0; i < ${FRAMES}; i++) { corner.firstChild.data = i; await frame(); }
  return 1;
})()`;
const SHIFT = `new Promise((resolve) => new PerformanceObserver((list) => resolve(list.getEntries().reduce((sum, entry) => sum + entry.value, 0))).observe({ type: 'layout-shift', buffered: true }) ?? setTimeout(() => resolve(0), 100))`;

interface Frames {
  scrollMs: number;
  layoutMs: number;
  changeMs: number;
  shift: number;
  marks: number;
}

const KINDS = ['scroll', 'layout', 'change'] as const;

async function measureMarks(bench: Bench): Promise<Findings> {
  const page = mentionsPage(bench.plainNames);
  const ours: Frames[] = [];
  const bare: Frames[] = [];
  for (let round = 0; round < (bench.isQuick ? 2 : 8); round++) {
    for (const guest of round % 2 === 0 ? (['bare', 'ours'] as const) : (['ours', 'bare'] as const))
      (guest === 'ours' ? ours : bare).push(await framesOf(bench, guest, page));
  }
  const of = (list: Frames[], key: keyof Frames) => list.map((frames) => frames[key]);
  const scroll = spreadOf(ratiosOf(of(ours, 'scrollMs'), of(bare, 'scrollMs')));
  const layout = spreadOf(ratiosOf(of(ours, 'layoutMs'), of(bare, 'layoutMs')));
  const change = spreadOf(ratiosOf(of(ours, 'changeMs'), of(bare, 'changeMs')));
  const noise = Math.max(...KINDS.map((kind) => noiseOf(of(bare, `${kind}Ms`))));
  const shift = Math.max(...of(ours, 'shift'));
  const marks = spreadOf(of(ours, 'marks')).median;
  return {
    rows: [
      {
        id: 'marks',
        what: `${short(marks)} marks, scroll, layout and small changes after marking`,
        against: 'the same page without marks',
        target: 'frames within noise',
        figure: `scroll ${inWords(scroll, 'times')}, layout ${inWords(layout, 'times')}, small change ${inWords(change, 'times')}`,
        met: [scroll, layout, change].every(({ median }) => median <= 1 + noise),
        values: {
          scrollRatio: scroll,
          layoutRatio: layout,
          changeRatio: change,
          scrollMsAFrame: spreadOf(of(ours, 'scrollMs')),
          bareScrollMsAFrame: spreadOf(of(bare, 'scrollMs')),
          layoutMsAFrame: spreadOf(of(ours, 'layoutMs')),
          bareLayoutMsAFrame: spreadOf(of(bare, 'layoutMs')),
          changeMsAFrame: spreadOf(of(ours, 'changeMs')),
          bareChangeMsAFrame: spreadOf(of(bare, 'changeMs')),
          marks,
        },
        noise,
        notes: [
          `processor time of the main thread a frame: ${KINDS.map((kind) => `${kind} ${short(spreadOf(of(ours, `${kind}Ms`)).median)} against ${short(spreadOf(of(bare, `${kind}Ms`)).median)} ms (noise ${noiseInWords(of(bare, `${kind}Ms`))})`).join(', ')}; a small change is one of a text in a corner; layout and small changes with the page at rest`,
        ],
      },
      {
        id: 'layout-shift',
        what: 'layout shift by marking',
        against: '–',
        target: 'zero',
        figure: String(shift),
        met: shift === 0,
        values: { shift, shiftWithout: Math.max(...of(bare, 'shift')) },
        notes: [],
      },
    ],
  };
}

async function framesOf({ browser, web }: Bench, guest: Guest, page: BenchPage): Promise<Frames> {
  const tab = await browser.open(web.address(guest, page, nextVisit()));
  try {
    const companies = guest === 'ours' ? (await browser.untilRead(tab)).companies : [];
    const marks = companies.reduce((sum, { mentions }) => sum + mentions, 0);
    const shift = (await tab.evaluate(SHIFT)) as number;
    const { read } = await watchMainThread(tab);
    const cost = async (script: string, frames: number) => {
      const before = (await read()).taskMs;
      await tab.evaluate(script);
      return ((await read()).taskMs - before) / frames;
    };
    const scrollMs = await cost(SCROLL, FRAMES);
    await pause(REST_MS);
    const layoutMs = await cost(LAYOUT, FRAMES / 2);
    return { marks, shift, scrollMs, layoutMs, changeMs: await cost(CHANGE, FRAMES) };
  } finally {
    await tab.close();
  }
}
