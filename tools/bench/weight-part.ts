/** The content script: its bytes, and which of them run where there is nothing to mark and where the site is switched off. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Bench, type Findings, type Part, short } from './bench';
import type { Guest } from './bench-web';
import { loadPages, nextVisit } from './page-load';
import { plainPage } from './pages';
import { median, spreadOf } from './statistics';

export const weightPart: Part = { rows: ['script', 'script-run', 'off-run'], run: measureWeight };

/** Most that the switch may be: settings, messages and the life of the script, as built. */
const SWITCH_BYTES = 4096;
const KILOBYTE = 1000;
const TARGET_KB = 40;
/** Classes that the card's content has, and a notice in its place has not. */
const CARDS_OWN = /pf-(?:record|summary|lines|surface-name)\b/;

async function measureWeight(bench: Bench): Promise<Findings> {
  const manifest = JSON.parse(readFileSync(join(bench.built, 'manifest.json'), 'utf8')) as {
    content_scripts: { js?: string[] }[];
  };
  const scripts = manifest.content_scripts
    .flatMap(({ js }) => js ?? [])
    .map((file) => readFileSync(join(bench.built, file), 'utf8'));
  const bytes = scripts.reduce((sum, script) => sum + Buffer.byteLength(script), 0) / KILOBYTE;
  const hasCard = scripts.some((script) => CARDS_OWN.test(script));
  const onRun = await bytesRun(bench, 'ours');
  await bench.browser.switchSite('off.localhost', false);
  const offRun = await bytesRun(bench, 'off');
  const page = plainPage();
  const guests = ['off', 'empty'] as const;
  const loads = await loadPages(
    bench.browser,
    bench.web,
    Array.from({ length: bench.isQuick ? 2 : 9 }, () => guests.map((guest) => ({ page, guest }))).flat(),
  );
  const cpu = (guest: Guest) => loads.filter((load) => load.guest === guest).map((load) => load.cpuMs);
  return {
    rows: [
      {
        id: 'script',
        what: 'content script, minified (index apart)',
        against: '–',
        target: `at most ${TARGET_KB} kB`,
        figure: `${short(bytes)} kB`,
        met: bytes <= TARGET_KB,
        values: { kilobytes: bytes },
        notes: [],
      },
      {
        id: 'script-run',
        what: 'of it run on a page with nothing to mark',
        against: '–',
        target: 'the card not evaluated before it is needed',
        figure: `${short(onRun / KILOBYTE)} kB run; the card’s code is ${hasCard ? 'in the script that every page compiles' : 'apart'}`,
        met: !hasCard,
        values: { kilobytesRun: onRun / KILOBYTE, hasCard: String(hasCard) },
        notes: ['bytes of functions that ran, from the engine’s own coverage, top-level code included'],
      },
      {
        id: 'off-run',
        what: 'a switched-off site',
        against: 'an empty content script',
        target: 'evaluates nothing but the switch',
        figure: `${short(offRun / KILOBYTE)} kB run, ${short(median(cpu('off')))} ms against ${short(median(cpu('empty')))} ms`,
        met: offRun <= SWITCH_BYTES,
        values: { kilobytesRun: offRun / KILOBYTE, offMs: spreadOf(cpu('off')), emptyMs: spreadOf(cpu('empty')) },
        notes: [
          'what runs is the switch: reading its settings, listening for a change of them and for the popup; met means that it is no more than 4 kB',
        ],
      },
    ],
  };
}

/** Bytes of our content script that ran until the page was read. */
async function bytesRun({ browser, web }: Bench, guest: 'ours' | 'off'): Promise<number> {
  const page = plainPage();
  const tab = await browser.open(web.address(guest, page, nextVisit()));
  try {
    const session = await tab.createCDPSession();
    await session.send('Profiler.enable');
    await session.send('Profiler.startPreciseCoverage', { callCount: true, detailed: false });
    // The second visit stays in the process that is watched.
    await tab.goto(web.address(guest, page, nextVisit()), { waitUntil: 'load' });
    await browser.untilRead(tab);
    const { result } = await session.send('Profiler.takePreciseCoverage');
    const ours = result.filter(({ url }) => url.startsWith(browser.extensionOrigin));
    if (ours.length === 0) throw new Error('the coverage knows nothing of our script');
    let bytes = 0;
    for (const { functions } of ours) {
      const ranges = functions.map(
        ({ ranges: [range] }) => range as { startOffset: number; endOffset: number; count: number },
      );
      for (const range of ranges) {
        if (range.count === 0) continue;
        bytes += range.endOffset - range.startOffset;
      }
      // Functions nest: what lies inside a function is counted with itself only.
      for (const inner of ranges) {
        const around = ranges
          .filter(
            (range) => range !== inner && range.startOffset <= inner.startOffset && range.endOffset >= inner.endOffset,
          )
          .sort((a, b) => a.endOffset - a.startOffset - (b.endOffset - b.startOffset))[0];
        if (around && around.count > 0) bytes -= inner.endOffset - inner.startOffset;
      }
    }
    return bytes;
  } finally {
    await tab.close();
  }
}
