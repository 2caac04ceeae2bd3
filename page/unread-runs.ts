/** Text of the page that may name a company, until the background has read it. */
import type { Weighed } from '../mentions/judge';
import { mayName, type NamesFilter, NO_NAME, SOME_NAME } from '../mentions/names-filter';
import type { PageRun } from '../mentions/weigh';

/** A run of text, and what becomes of what is found in it. */
export interface UnreadRun extends PageRun {
  /** False where the text has left the page, or was read anew. */
  isWanted(): boolean;
  take(found: readonly Weighed[]): void;
}

/** Most text and most runs that are handed over at once: so much is read, and its answer worked on, in a few milliseconds. */
const BATCH_UNITS = 50_000;
const BATCH_RUNS = 100;

/**
 * Most runs with ambiguous names in small letters only that are kept. They tell what a page talks about, and only where it names
 * something else; a page that says “target” more often than this has made itself clear.
 */
const MOST_SMALL = 200;

export class UnreadRuns {
  readonly #filter: NamesFilter;
  #named: UnreadRun[] = [];
  #small: UnreadRun[] = [];
  /** True once the page may have named a company: from then on small letters matter. */
  #isNamed = false;

  constructor(filter: NamesFilter) {
    this.#filter = filter;
  }

  /** Keeps a run where it may name a company. @param run makes it, from its text, where it is kept */
  sift(text: string, run: () => UnreadRun): void {
    const naming = mayName(text, this.#filter);
    if (naming === NO_NAME) return;
    if (naming === SOME_NAME) {
      this.#isNamed = true;
      this.#named.push(run());
    } else if (this.#small.length < MOST_SMALL) this.#small.push(run());
  }

  /** True where {@link take} may give something. */
  get isWaiting(): boolean {
    return this.#named.length > 0 || (this.#isNamed && this.#small.length > 0);
  }

  /** True where enough waits to be handed over. */
  get isBatch(): boolean {
    return this.#named.length >= BATCH_RUNS;
  }

  /** The next runs to be read, those left out that are not wanted any more; none where nothing waits. */
  take(): UnreadRun[] {
    const batch: UnreadRun[] = [];
    let units = 0;
    while (batch.length < BATCH_RUNS && units < BATCH_UNITS) {
      const run = this.#named.shift() ?? (this.#isNamed ? this.#small.shift() : undefined);
      if (!run) break;
      if (!run.isWanted()) continue;
      units += run.text.length;
      batch.push(run);
    }
    return batch;
  }

  /** Puts runs back that could not be read. */
  putBack(runs: readonly UnreadRun[]): void {
    this.#named.unshift(...runs);
  }
}

/** Longest piece that is sifted in one step, in UTF-16 units: about a tenth of a millisecond. */
const PIECE_UNITS = 20_000;
/** How far back a better place for a cut is looked for. */
const CUT_WINDOW = 2000;

/** Cuts a long text at ends of lines, of sentences or between words; a short one is one piece. Gives where each begins. */
export function* piecesOf(text: string): Generator<{ from: number; text: string }> {
  let from = 0;
  while (text.length - from > PIECE_UNITS) {
    const window = text.slice(from + PIECE_UNITS - CUT_WINDOW, from + PIECE_UNITS);
    const cut = ['\n', '. ', '。', ' '].map((sign) => window.lastIndexOf(sign)).find((at) => at >= 0) ?? CUT_WINDOW - 1;
    const to = from + PIECE_UNITS - CUT_WINDOW + cut + 1;
    yield { from, text: text.slice(from, to) };
    from = to;
  }
  yield { from, text: from === 0 ? text : text.slice(from) };
}
