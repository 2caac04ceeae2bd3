/** What the extension keeps of a page's memory, and whether it grows from page to page. */
import type { CDPSession } from 'puppeteer-core';
import { type Bench, type Findings, inWords, type Part, short } from './bench';
import { type MainThread, pause, watchMainThread } from './bench-browser';
import type { Guest } from './bench-web';
import { nextVisit } from './page-load';
import { plainPage } from './pages';
import { noiseOf, spreadOf } from './statistics';

export const memoryPart: Part = { rows: ['memory', 'navigation'], run: measureMemory };

const MEGABYTE = 1e6;

async function measureMemory(bench: Bench): Promise<Findings> {
  const rounds = bench.isQuick ? 2 : 7;
  const ours: number[] = [];
  const bare: number[] = [];
  for (let round = 0; round < rounds; round++) {
    bare.push(await heapOf(bench, 'bare'));
    ours.push(await heapOf(bench, 'ours'));
  }
  const more = spreadOf(ours.map((bytes, at) => (bytes - (bare[at] as number)) / MEGABYTE));
  const pages = bench.isQuick ? 24 : 180;
  const bareGrowth = await growthOf(bench, 'bare', pages);
  const growth = await growthOf(bench, 'ours', pages);
  return {
    rows: [
      {
        id: 'memory',
        what: 'memory a page, 6,000 names',
        against: 'the page without the extension',
        target: 'at most 1 MB more',
        figure: inWords(more, 'MB more'),
        met: more.median <= 1,
        values: { megabytesMore: more, bareMegabytes: spreadOf(bare.map((bytes) => bytes / MEGABYTE)) },
        noise: noiseOf(bare),
        notes: [`the engine’s heap after collecting, on ${bench.medianPage.name}`],
      },
      {
        id: 'navigation',
        what: `${pages} pages one after the other in one tab`,
        against: 'the same without the extension',
        target: 'nothing grows',
        figure: `${short(growth.kilobytesAPage)} kB a page, without the extension ${short(bareGrowth.kilobytesAPage)} kB`,
        // A hundredth of a megabyte a page would be one megabyte an hour for a quick reader.
        met: growth.kilobytesAPage - bareGrowth.kilobytesAPage < 10,
        values: {
          kilobytesAPage: growth.kilobytesAPage,
          bareKilobytesAPage: bareGrowth.kilobytesAPage,
          listenersAtTheEnd: growth.listeners,
        },
        notes: ['heap after collecting, from the end of the first third to the end; met below 10 kB a page'],
      },
    ],
  };
}

async function heapOf({ browser, web, medianPage }: Bench, guest: Guest): Promise<number> {
  const tab = await browser.open(web.address(guest, medianPage, nextVisit()));
  try {
    if (guest === 'ours') await browser.untilRead(tab);
    return (await collected(await watchMainThread(tab))).heapBytes;
  } finally {
    await tab.close();
  }
}

async function growthOf({ browser, web }: Bench, guest: Guest, pages: number) {
  const page = plainPage();
  const tab = await browser.open(web.address(guest, page, nextVisit()));
  try {
    const watched = await watchMainThread(tab);
    let first = Number.NaN;
    const early = Math.floor(pages / 3);
    for (let visited = 0; visited < pages; visited++) {
      await tab.goto(web.address(guest, page, nextVisit()), { waitUntil: 'load' });
      if (guest === 'ours') await browser.untilRead(tab);
      if (visited === early) first = (await collected(watched)).heapBytes;
    }
    const { heapBytes, listeners } = await collected(watched);
    return { kilobytesAPage: (heapBytes - first) / 1000 / (pages - early - 1), listeners };
  } finally {
    await tab.close();
  }
}

/** Counters after collecting until it gives nothing more. */
async function collected({ session, read }: { session: CDPSession; read(): Promise<MainThread> }): Promise<MainThread> {
  let before = Number.POSITIVE_INFINITY;
  for (let attempt = 0; attempt < 8; attempt++) {
    await session.send('HeapProfiler.collectGarbage');
    const now = await read();
    if (before - now.heapBytes < 2000) return now;
    before = now.heapBytes;
    await pause(50);
  }
  return read();
}
