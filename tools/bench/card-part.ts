/** The card: from the end of the hover delay to its first paint, with its content. */
import type { Page } from 'puppeteer-core';
import { type Bench, type Findings, inWords, type Part, short } from './bench';
import { nextVisit } from './page-load';
import { mentionsPage } from './pages';
import { spreadOf } from './statistics';
import { Trace } from './trace';

export const cardPart: Part = { rows: ['card'], run: measureCard };

const FRAME_MS = 1000 / 60;
/** As many as an article has. */
const FEW_MARKS = 40;

/** Attribute of a card that is made ready and not shown yet. */
const UNSEEN = 'data-unseen';

/**
 * Marks when the card was shown, and when the frame after it was done. It is put into the page unseen before that, while the pointer rests.
 * What changes its height later came later.
 */
const WATCH = `(() => {
  const seen = { painted: false, changedAfter: 0 };
  window.benchCard = seen;
  // Made and used once beforehand, so that the first use is not measured too.
  const { port1, port2 } = new MessageChannel();
  let card;
  port1.onmessage = () => {
    if (!card) return;
    performance.mark('card-painted');
    const { height } = card.getBoundingClientRect();
    new ResizeObserver(() => { if (Math.abs(card.getBoundingClientRect().height - height) > 1) seen.changedAfter++; }).observe(card);
    seen.painted = true;
  };
  port2.postMessage(0);
  const watcher = new MutationObserver((records) => {
    for (const { type, target, addedNodes } of records) for (const node of type === 'attributes' ? [target] : addedNodes) {
      if (!String(node.localName).startsWith('privacy-footnotes') || node.hasAttribute('${UNSEEN}')) continue;
      watcher.disconnect();
      performance.mark('card-shown');
      card = node;
      requestAnimationFrame(() => port2.postMessage(0));
      return;
    }
  });
  watcher.observe(document.documentElement, { childList: true, subtree: true, attributeFilter: ['${UNSEEN}'] });
})()`;

interface SeenCard {
  /** Milliseconds since the task that opened it began. */
  shown: number;
  painted: number;
  /** Processor time of that task. */
  cpuMs: number;
  /** Processor time of the longest slice of script since the pointer came. */
  longestMs: number;
  /** How often it changed its height afterwards. */
  changedAfter: number;
}

async function measureCard(bench: Bench): Promise<Findings> {
  const taken = await openCards(bench, bench.isQuick ? 3 : 15);
  const few = await openCards(bench, bench.isQuick ? 3 : 9, FEW_MARKS);
  const besideFew = spreadOf(few.map(({ painted }) => painted / FRAME_MS));
  const shown = spreadOf(taken.map(({ painted }) => painted / FRAME_MS));
  const work = spreadOf(taken.map((card) => card.shown));
  const cpu = spreadOf(taken.map(({ cpuMs }) => cpuMs));
  const longest = spreadOf(taken.map(({ longestMs }) => longestMs));
  const late = taken.filter(({ changedAfter }) => changedAfter > 0).length;
  return {
    rows: [
      {
        id: 'card',
        what: 'card: from the end of the hover delay to painted',
        against: 'one frame (16.7 ms)',
        target: 'at most one frame, its data already there',
        figure: `${inWords(shown, 'frames')}; showing it ${inWords(work, 'ms')}${late > 0 ? `; its content came later ${late} times` : ''}`,
        met: shown.median <= 1 && late === 0,
        values: {
          frames: shown,
          showingMs: work,
          processorMs: cpu,
          longestMs: longest,
          framesBesideFewMarks: besideFew,
          late,
        },
        notes: [
          `time on the clock, with waiting for the next frame in it; the first card of a page, ${taken.length} pages`,
          `the task that opens it takes ${inWords(cpu, 'ms')} of processor time`,
          `on a page with ${FEW_MARKS} marks instead of a thousand: ${inWords(besideFew, 'frames')}; the browser checks and paints all marks again with any change`,
          `shown without waiting for that frame: ${short(work.median / FRAME_MS)} of a frame`,
          `it is made ready while the pointer rests, in slices of at most ${inWords(longest, 'ms')} of processor time`,
        ],
      },
    ],
  };
}

/** Opens a card by hovering, each in a new tab, all in one trace. */
async function openCards({ browser, web, plainNames }: Bench, rounds: number, marks?: number): Promise<SeenCard[]> {
  const page = mentionsPage(plainNames, marks);
  const opened: { address: string; visit: string; changedAfter: number }[] = [];
  const trace = await Trace.start(browser.session);
  for (let round = 0; round < rounds; round++) {
    const visit = nextVisit();
    const address = web.address('ours', page, visit);
    const tab = await browser.open(address);
    try {
      const report = await browser.untilRead(tab);
      // The cards come in one message after the reading: who hovers finds them there.
      await browser.ask('getCards', { companies: report.companies.map(({ id }) => id), onPage: [], incidents: 3 });
      await tab.evaluate(WATCH);
      const { x, y } = await firstMark(tab);
      await trace.mark(`come-${visit}`);
      await tab.mouse.move(x - 30, y - 30);
      await tab.mouse.move(x, y, { steps: 3 });
      await tab.waitForFunction('window.benchCard.painted', { polling: 50 });
      await trace.mark(`shown-${visit}`);
      const { changedAfter } = (await tab.evaluate('window.benchCard')) as { changedAfter: number };
      opened.push({ address, visit, changedAfter });
    } finally {
      await tab.close();
    }
  }
  await trace.stop();
  return opened.map(({ address, visit, changedAfter }) => {
    const slices = trace.slices(address, `shown-${visit}`, undefined, `come-${visit}`).map((slice) => slice.cpuMs);
    const { first, second, cpuMs } = trace.sinceTask(address, 'card-shown', 'card-painted');
    return {
      shown: first,
      painted: second,
      cpuMs,
      longestMs: Math.max(...slices),
      changedAfter,
    };
  });
}

async function firstMark(tab: Page): Promise<{ x: number; y: number }> {
  const place = (await tab.evaluate(`(() => {
    for (const range of CSS.highlights.get('privacy-footnotes') ?? []) {
      const live = document.createRange();
      live.setStart(range.startContainer, range.startOffset);
      live.setEnd(range.endContainer, range.endOffset);
      const box = live.getBoundingClientRect();
      if (box.top > 40 && box.bottom < innerHeight / 2) return { x: box.left + box.width / 2, y: box.top + box.height / 2 };
    }
    return null;
  })()`)) as { x: number; y: number } | null;
  if (!place) throw new Error('no mark is in sight');
  return place;
}
