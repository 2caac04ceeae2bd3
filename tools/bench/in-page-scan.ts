/** Runs in the page of the browser: scans the same texts by several ways. Bundled by scan-part.ts. */
import { mayName, type NamesFilter } from '../../mentions/names-filter';
import type { NamesIndex } from '../../mentions/names-index';
import { propose } from '../../mentions/propose';

/** Keeps results alive, so that no engine leaves the work out. */
let kept = 0;

function readUnits(texts: readonly string[]): number {
  let sum = 0;
  for (const text of texts) for (let i = 0; i < text.length; i++) sum = (sum + text.charCodeAt(i)) | 0;
  return sum;
}

/** What a page does. */
function sift(texts: readonly string[], filter: NamesFilter): number {
  let found = 0;
  for (const text of texts) found += mayName(text, filter);
  return found;
}

/** What the background does, with the few texts that it is asked about. */
function scan(texts: readonly string[], index: NamesIndex): number {
  let found = 0;
  for (const text of texts) found += propose(text, index).length;
  return found;
}

function match(texts: readonly string[], pattern: RegExp): number {
  let found = 0;
  for (const text of texts) for (const _ of text.matchAll(pattern)) found++;
  return found;
}

/** One regular expression of all names, the longest first. */
function alternation(names: readonly string[]): RegExp {
  const escaped = [...names]
    .sort((a, b) => b.length - a.length)
    .map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`\\b(?:${escaped.join('|')})\\b`, 'g');
}

/** What is scanned, and with what; without an index and names the ways that need them are left out. */
export interface ScanData {
  texts: string[];
  /** By how many names they hold. */
  filters: Record<string, NamesFilter>;
  index?: NamesIndex;
  names?: string[];
}

/** What the bench calls from outside: it takes the time itself, as the thread's processor time where the browser tells it. */
interface InPageBench {
  /** Makes the ways to scan ready. */
  prepare(data: ScanData): void;
  /** Goes over all texts by one way, some times; gives the milliseconds on the clock. */
  run(way: string, times: number): number;
  /** How much was found in all, so that no engine can leave the work out. */
  kept(): number;
}

const ways = new Map<string, () => number>();

const bench: InPageBench = {
  prepare({ texts, filters, index, names }) {
    ways.set('floor', () => readUnits(texts));
    for (const [size, filter] of Object.entries(filters)) ways.set(size, () => sift(texts, filter));
    if (index) ways.set('index', () => scan(texts, index));
    if (!names) return;
    const pattern = alternation(names);
    ways.set('regexp', () => match(texts, pattern));
  },
  run(way, times) {
    const work = ways.get(way);
    if (!work) throw new Error(`there is no way called ${way}`);
    const begun = performance.now();
    for (let turn = 0; turn < times; turn++) kept += work();
    return performance.now() - begun;
  },
  kept: () => kept,
};

Object.assign(globalThis, { bench });
