/** Opens a page with one guest and takes what its script cost. */
import { type BenchBrowser, type MainThread, pause, watchMainThread } from './bench-browser';
import type { BenchPage, BenchWeb, Guest } from './bench-web';
import { type Slice, Trace } from './trace';

/** The cost of one guest on one opening of a page, processor time in milliseconds. */
export interface PageLoad {
  page: BenchPage;
  guest: Guest;
  slices: Slice[];
  cpuMs: number;
  /** The script's run alone; only of guests whose script does everything at once. */
  runMs: number;
}

/** A main thread that did less than this between two looks rests, in milliseconds; looking costs a little itself. */
const REST_MS = 1.5;
const LOOK_MS = 100;
const RESTING_LOOKS = 3;
/** Openings in one trace: its buffer has an end, but beginning and ending one takes seconds. */
const BATCH = 40;

/** Name of the world that our script runs in: the extension's. */
const WORLD = 'Privacy Footnotes';

export interface LoadOptions {
  /** When a page that never rests has done enough; each page until it rests where not given. */
  until?(visit: string): Promise<void>;
  /** Each script's calls are not noted: only whole slices are known, no run alone. */
  coarse?: boolean;
}

let visits = 0;

/** Opens pages one after the other, each in a new tab, with everything cold. */
export async function loadPages(
  bench: BenchBrowser,
  web: BenchWeb,
  plan: readonly { page: BenchPage; guest: Guest }[],
  options: LoadOptions = {},
): Promise<PageLoad[]> {
  const loads: PageLoad[] = [];
  for (let from = 0; from < plan.length; from += BATCH) {
    const opened: { page: BenchPage; guest: Guest; address: string; end: string }[] = [];
    const trace = await Trace.start(bench.session, !options.coarse);
    for (const { page, guest } of plan.slice(from, from + BATCH)) {
      const visit = nextVisit();
      const end = `rest-${visit}`;
      const address = web.address(guest, page, visit);
      const done = options.until?.(visit);
      const tab = await bench.open();
      try {
        const { read } = await watchMainThread(tab);
        await tab.goto(address, { waitUntil: 'load', timeout: 120_000 });
        await (done ?? untilRest(read));
        await trace.mark(end);
        // An opening where our script was not ready when the page rested does not count.
        if (guest !== 'ours' || (await bench.isRead())) opened.push({ page, guest, address, end });
      } finally {
        await tab.close();
      }
    }
    await trace.stop();
    for (const { page, guest, address, end } of opened) {
      const slices = trace.slices(address, end, page.hasScript ? WORLD : undefined);
      loads.push({
        page,
        guest,
        slices,
        cpuMs: slices.reduce((sum, slice) => sum + slice.cpuMs, 0),
        runMs: options.coarse || guest === 'ours' || guest === 'off' ? Number.NaN : trace.runOf(address, `${guest}.js`),
      });
    }
  }
  return loads;
}

/** A name for one opening of a page. */
export const nextVisit = (): string => String(++visits);

/** Resolves when the main thread has done next to nothing for a while. */
async function untilRest(read: () => Promise<MainThread>): Promise<void> {
  let before = (await read()).taskMs;
  for (let rested = 0; rested < RESTING_LOOKS; ) {
    await pause(LOOK_MS);
    const now = (await read()).taskMs;
    rested = now - before < REST_MS ? rested + 1 : 0;
    before = now;
  }
}
