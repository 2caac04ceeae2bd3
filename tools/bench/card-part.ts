/** The card: from the end of the hover delay to its first paint, with its content. */
import type { Page } from 'puppeteer-core';
import { type Bench, type Findings, inWords, type Part, short } from './bench';
import { nextVisit } from './page-load';
import { mentionsPage } from './pages';
import { spreadOf } from './statistics';
import { Trace } from './trace';

export const cardPart: Part = { rows: ['card'], run: measureCard };

const FRAME_MS = 1000 / 60;

/** Marks when the card was put into the page, and when the frame after it was done. What changes its height later came later. */
const WATCH = `(() => {
  const seen = { painted: false, changedAfter: 0 };
  window.benchCard = seen;
  const watcher = new MutationObserver((records) => {
    for (const { addedNodes } of records) for (const node of addedNodes) {
      if (!String(node.localName).startsWith('privacy-footnotes')) continue;
      watcher.disconnect();
      performance.mark('card-added');
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => {
          performance.mark('card-painted');
          const { height } = node.getBoundingClientRect();
          new ResizeObserver(() => { if (Math.abs(node.getBoundingClientRect().height - height) > 1) seen.changedAfter++; }).observe(node);
          seen.painted = true;
        };
        port2.postMessage(0);
      });
    }
  });
  watcher.observe(document.documentElement, { childList: true, subtree: true });
})()`;

interface SeenCard {
  /** Milliseconds since the task that opened it began. */
  added: number;
  painted: number;
  /** Processor time of that task. */
  cpuMs: number;
  /** How often it changed its height afterwards. */
  changedAfter: number;
}

async function measureCard(bench: Bench): Promise<Findings> {
  const taken = await openCards(bench, bench.isQuick ? 3 : 15);
  const shown = spreadOf(taken.map(({ painted }) => painted / FRAME_MS));
  const work = spreadOf(taken.map(({ added }) => added));
  const cpu = spreadOf(taken.map(({ cpuMs }) => cpuMs));
  const late = taken.filter(({ changedAfter }) => changedAfter > 0).length;
  return {
    rows: [
      {
        id: 'card',
        what: 'card: from the end of the hover delay to painted',
        against: 'one frame (16.7 ms)',
        target: 'at most one frame, its data already there',
        figure: `${inWords(shown, 'frames')}; drawing it ${inWords(work, 'ms')}${late > 0 ? `; its content came later ${late} times` : ''}`,
        met: shown.median <= 1 && late === 0,
        values: { frames: shown, drawingMs: work, processorMs: cpu, late },
        notes: [
          `time on the clock, with waiting for the next frame in it; the first card of a page, ${taken.length} pages`,
          `the task that opens it takes ${inWords(cpu, 'ms')} of processor time`,
          `drawn without waiting for that frame: ${short(work.median / FRAME_MS)} of a frame`,
        ],
      },
    ],
  };
}

/** Opens a card by hovering, each in a new tab, all in one trace. */
async function openCards({ browser, web, plainNames }: Bench, rounds: number): Promise<SeenCard[]> {
  const page = mentionsPage(plainNames);
  const opened: { address: string; changedAfter: number }[] = [];
  const trace = await Trace.start(browser.session);
  for (let round = 0; round < rounds; round++) {
    const address = web.address('ours', page, nextVisit());
    const tab = await browser.open(address);
    try {
      const report = await browser.untilRead(tab);
      // The cards come in one message after the reading: who hovers finds them there.
      await browser.ask('getCards', { companies: report.companies.map(({ id }) => id), onPage: [], incidents: 3 });
      await tab.evaluate(WATCH);
      const { x, y } = await firstMark(tab);
      await tab.mouse.move(x - 30, y - 30);
      await tab.mouse.move(x, y, { steps: 3 });
      await tab.waitForFunction('window.benchCard.painted', { polling: 50 });
      const { changedAfter } = (await tab.evaluate('window.benchCard')) as { changedAfter: number };
      opened.push({ address, changedAfter });
    } finally {
      await tab.close();
    }
  }
  await trace.stop();
  return opened.map(({ address, changedAfter }) => {
    const { first, second, cpuMs } = trace.sinceTask(address, 'card-added', 'card-painted');
    return { added: first, painted: second, cpuMs, changedAfter };
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
