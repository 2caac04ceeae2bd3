/** What a page loads to know names by: its bytes as loaded, and how it is read. */
import { type Bench, type Curve, type Findings, inWords, NAMES, type Part, SIZES, short } from './bench';
import { spreadOf } from './statistics';

export const indexPart: Part = { rows: ['index', 'index-read'], run: measureIndex };

const TARGET_BYTES = 16;
const READS = 20;

async function measureIndex(bench: Bench): Promise<Findings> {
  const sizes = SIZES.map((size) => ({ size, bytes: bytesOf(bench.namesOf(size).filter) / size }));
  const bytes = sizes.find(({ size }) => size === NAMES)?.bytes ?? Number.NaN;
  const reads: number[] = [];
  for (let round = 0; round < (bench.isQuick ? 5 : 15); round++) reads.push(await readingMs(bench));
  const read = spreadOf(reads);
  const curve: Curve = {
    title: 'Names index',
    of: 'names',
    unit: 'bytes a name',
    points: sizes.map(({ size, bytes: value }) => ({ size, value, low: value, high: value })),
  };
  return {
    rows: [
      {
        id: 'index',
        what: 'names index as loaded by a page, 6,000 names',
        against: '–',
        target: `at most ${TARGET_BYTES} bytes a name`,
        figure: `${short(bytes)} bytes a name`,
        met: bytes <= TARGET_BYTES,
        values: Object.fromEntries(sizes.map(({ size, bytes: value }) => [`bytesANameAt${size}`, value])),
        notes: [
          `the filter that a page loads, all of it: ${sizes.map(({ size, bytes: value }) => `${short(value)} at ${short(size)}`).join(', ')}`,
          `the background’s index of the same names, with company ids, domains, context words and word lists: ${short(bytesOf(bench.namesOf(NAMES).names) / NAMES)}`,
        ],
      },
      {
        id: 'index-read',
        what: 'reading the index, 6,000 names',
        against: '–',
        target: 'one asynchronous step',
        figure: inWords(read, 'ms'),
        values: { milliseconds: read },
        notes: [
          `the largest value of storage.local, read from a page of the extension, the mean of ${READS} readings a round; time on the clock`,
        ],
      },
    ],
    curves: [curve],
  };
}

/** Bytes that the engine holds for a value: strings of Latin letters take one a unit, others two. */
function bytesOf(value: unknown): number {
  if (typeof value === 'string') return value.length * (/^[\0-\xff]*$/.test(value) ? 1 : 2);
  if (ArrayBuffer.isView(value) || value instanceof ArrayBuffer) return value.byteLength;
  if (typeof value === 'object' && value !== null)
    return Object.values(value).reduce((sum: number, inner) => sum + bytesOf(inner), 0);
  return 8;
}

async function readingMs({ browser }: Bench): Promise<number> {
  return (await browser.desk.evaluate(`(async () => {
    const all = await chrome.storage.local.get(null);
    const sizes = Object.entries(all).map(([key, value]) => [JSON.stringify(value).length, key]).sort((a, b) => b[0] - a[0]);
    const begun = performance.now();
    for (let i = 0; i < ${READS}; i++) await chrome.storage.local.get(sizes[0][1]);
    return (performance.now() - begun) / ${READS};
  })()`)) as number;
}
