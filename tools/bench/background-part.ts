/** The background: filling the database with the dataset and with many times as much, and whether it answers meanwhile. */
import type { Dataset } from '../../model/dataset';
import { type Bench, type Curve, type Findings, inWords, type Part, short } from './bench';
import { replaceDataset } from './extensions';
import { median, quantile, spreadOf } from './statistics';

export const backgroundPart: Part = { rows: ['seed', 'lookups'], run: measureBackground };

/** How much longer than in proportion a larger dataset may take before its growth is no longer called linear. */
const LINEAR = 1.25;
/** An answer within this is not noticed, in milliseconds. */
const PROMPT_MS = 100;
const ASK_EVERY_MS = 25;

interface Seeding {
  seconds: number;
  /** Milliseconds of each answer that was asked for meanwhile, in the order of asking. */
  answers: number[];
}

async function measureBackground(bench: Bench): Promise<Findings> {
  const rounds = bench.isQuick ? 2 : 3;
  const sizes = bench.isQuick ? [1000, 10_000] : [1000, 10_000, 50_000, 100_000];
  const taken = new Map<number, Seeding[]>(sizes.map((size) => [size, []]));
  try {
    for (let round = 0; round < rounds; round++)
      for (const size of sizes) {
        // The largest size takes long: once is enough to see whether they are in line.
        if (round > 0 && size > 10_000) continue;
        replaceDataset(bench.running, datasetOf(bench.dataset, size));
        taken.get(size)?.push(await seed(bench));
      }
  } finally {
    replaceDataset(bench.running, bench.dataset);
  }
  const secondsOf = (size: number) => (taken.get(size) ?? []).map(({ seconds }) => seconds);
  const largest = bench.isQuick ? 10_000 : 50_000;
  const least = median(secondsOf(1000));
  const growth = median(secondsOf(largest)) / least / (largest / 1000);
  const firstAnswers = (taken.get(largest) ?? []).flatMap(({ answers }) => answers[0] ?? []);
  const during = (taken.get(largest) ?? []).flatMap(({ answers }) => answers);
  const within = quantile(during, 0.95);
  const after = await answersAfter(bench);
  const curve: Curve = {
    title: 'Filling the database',
    of: 'incidents',
    unit: 'seconds',
    points: sizes.map((size) => {
      const { median: value, low, high } = spreadOf(secondsOf(size));
      return { size, value, low, high };
    }),
  };
  return {
    rows: [
      {
        id: 'seed',
        what: `background: seed ${largest.toLocaleString('en-GB')} incidents`,
        against: 'in proportion to 1,000',
        target: `linear: at most ${LINEAR} times in proportion`,
        figure: `${short(growth)} times; ${sizes.map((size) => `${short(size)} in ${short(median(secondsOf(size)))} s`).join(', ')}`,
        met: growth <= LINEAR,
        values: Object.fromEntries(sizes.map((size) => [`secondsAt${size}`, spreadOf(secondsOf(size))])),
        notes: [
          'time on the clock from the first question until the database is filled: reading all parts of the packed dataset, and one transaction',
        ],
      },
      {
        id: 'lookups',
        what: `lookups while ${largest.toLocaleString('en-GB')} incidents are seeded`,
        against: 'the same afterwards',
        target: `answers meanwhile: 95 % in ${PROMPT_MS} ms`,
        figure: `95 % within ${short(within)} ms, ${inWords(spreadOf(during), 'ms')}, afterwards ${inWords(spreadOf(after), 'ms')}`,
        met: within <= PROMPT_MS,
        values: { duringMs: spreadOf(during), withinMs: within, afterMs: spreadOf(after), asked: during.length },
        notes: [
          `the card of one company, asked for every ${ASK_EVERY_MS} ms from the first moment: ${during.length} questions; the first took ${short(median(firstAnswers))} ms, the slowest ${short(Math.max(...during))} ms`,
        ],
      },
    ],
    curves: [curve],
  };
}

/** The dataset's own incidents again and again under other ids, until there are enough; by id, as a dataset is packed. */
function datasetOf(dataset: Dataset, count: number): Dataset {
  const incidents = Array.from({ length: count }, (_, at) => {
    const own = dataset.incidents[at % dataset.incidents.length] as Dataset['incidents'][number];
    const turn = Math.floor(at / dataset.incidents.length);
    return turn === 0 ? own : { ...own, id: `${own.id}-again-${turn}` };
  });
  return { ...dataset, incidents: incidents.sort((a, b) => (a.id < b.id ? -1 : 1)) };
}

/** Takes the database away and asks: the background makes it anew. Meanwhile one card is asked for again and again. */
async function seed({ browser, dataset }: Bench): Promise<Seeding> {
  const company = dataset.incidents[0]?.parties.find((party) => party.company)?.company ?? '';
  const message = (type: string, data: unknown) => JSON.stringify({ id: 1, type, data, timestamp: 1 });
  return (await browser.desk.evaluate(`(async () => {
    for (const { name } of await indexedDB.databases())
      await new Promise((resolve, reject) => { const gone = indexedDB.deleteDatabase(name); gone.onsuccess = resolve; gone.onerror = reject; });
    const begun = performance.now();
    const seeded = chrome.runtime.sendMessage(${message('getDatasetInfo', undefined)});
    let isDone = false;
    const answers = [];
    const ask = async (at) => {
      const asked = performance.now();
      await chrome.runtime.sendMessage(${message('getCards', { companies: [company], onPage: [company], incidents: 3 })});
      answers[at] = performance.now() - asked;
    };
    const asking = [];
    const askNext = () => { if (!isDone) asking.push(ask(asking.length)); };
    askNext();
    const timer = setInterval(askNext, ${ASK_EVERY_MS});
    const answer = await seeded;
    const seconds = (performance.now() - begun) / 1000;
    isDone = true;
    clearInterval(timer);
    await Promise.all(asking);
    if (answer?.err) throw new Error(answer.err.message);
    return { seconds, answers };
  })()`)) as Seeding;
}

async function answersAfter({ browser, dataset }: Bench): Promise<number[]> {
  const company = dataset.incidents[0]?.parties.find((party) => party.company)?.company ?? '';
  const answers: number[] = [];
  for (let at = 0; at < 20; at++)
    answers.push(
      (await browser.desk.evaluate(`(async () => {
        const asked = performance.now();
        await chrome.runtime.sendMessage(${JSON.stringify({ id: 1, type: 'getCards', data: { companies: [company], onPage: [company], incidents: 3 }, timestamp: 1 })});
        return performance.now() - asked;
      })()`)) as number,
    );
  return answers;
}
