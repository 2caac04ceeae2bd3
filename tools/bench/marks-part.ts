/** Scrolling and layout of a page with a thousand marks, against the same page without. */
import { type Bench, type Findings, inWords, noiseInWords, type Part, short } from './bench';
import { watchMainThread } from './bench-browser';
import type { BenchPage, Guest } from './bench-web';
import { nextVisit } from './page-load';
import { mentionsPage } from './pages';
import { noiseOf, ratiosOf, spreadOf } from './statistics';

export const marksPart: Part = { rows: ['marks', 'layout-shift'], run: measureMarks };

const FRAMES = 120;

/** Scrolls a part of the page in each frame, then lays it out anew in each frame. */
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
const SHIFT = `new Promise((resolve) => new PerformanceObserver((list) => resolve(list.getEntries().reduce((sum, entry) => sum + entry.value, 0))).observe({ type: 'layout-shift', buffered: true }) ?? setTimeout(() => resolve(0), 100))`;

interface Frames {
  scrollMs: number;
  layoutMs: number;
  shift: number;
  marks: number;
}

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
  const noise = Math.max(noiseOf(of(bare, 'scrollMs')), noiseOf(of(bare, 'layoutMs')));
  const shift = Math.max(...of(ours, 'shift'));
  const marks = spreadOf(of(ours, 'marks')).median;
  return {
    rows: [
      {
        id: 'marks',
        what: `${short(marks)} marks, scroll and layout after marking`,
        against: 'the same page without marks',
        target: 'frames within noise',
        figure: `scroll ${inWords(scroll, 'times')}, layout ${inWords(layout, 'times')}`,
        met: scroll.median <= 1 + noise && layout.median <= 1 + noise,
        values: {
          scrollRatio: scroll,
          layoutRatio: layout,
          scrollMsAFrame: spreadOf(of(ours, 'scrollMs')),
          bareScrollMsAFrame: spreadOf(of(bare, 'scrollMs')),
          layoutMsAFrame: spreadOf(of(ours, 'layoutMs')),
          bareLayoutMsAFrame: spreadOf(of(bare, 'layoutMs')),
          marks,
        },
        noise,
        notes: [
          `processor time of the main thread a frame: scroll ${short(spreadOf(of(ours, 'scrollMs')).median)} against ${short(spreadOf(of(bare, 'scrollMs')).median)} ms (noise ${noiseInWords(of(bare, 'scrollMs'))}), layout ${short(spreadOf(of(ours, 'layoutMs')).median)} against ${short(spreadOf(of(bare, 'layoutMs')).median)} ms (noise ${noiseInWords(of(bare, 'layoutMs'))})`,
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
    if (guest === 'ours') await browser.untilRead(tab);
    const marks = (await tab.evaluate(`CSS.highlights.get('privacy-footnotes')?.size ?? 0`)) as number;
    const shift = (await tab.evaluate(SHIFT)) as number;
    const { read } = await watchMainThread(tab);
    const cost = async (script: string, frames: number) => {
      const before = (await read()).taskMs;
      await tab.evaluate(script);
      return ((await read()).taskMs - before) / frames;
    };
    return { marks, shift, scrollMs: await cost(SCROLL, FRAMES), layoutMs: await cost(LAYOUT, FRAMES / 2) };
  } finally {
    await tab.close();
  }
}
