/** Work in slices that give way to the page. */

/** Longest slice of work, in milliseconds: a third of a frame at 60 Hz. */
const SLICE_MS = 5;

/** Resolves when the page is idle, at the latest after `timeout` milliseconds; never once the signal is given. */
export function whenIdle(timeout: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    requestIdleCallback(
      () => {
        if (!signal.aborted) resolve();
      },
      { timeout },
    );
  });
}

/** Gives way to whatever waits on the main thread. */
export function giveWay(): Promise<void> {
  const { scheduler } = globalThis as { scheduler?: { yield?: () => Promise<void> } };
  if (scheduler?.yield) return scheduler.yield();
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}

/** The clock is read after so many units of text, for reading it costs as much as reading a line; and what each step costs besides. */
const CLOCK_UNITS = 2000;
const STEP_UNITS = 100;

/** Work that is cut into slices: whoever does it asks now and then whether the slice is over, and gives way. */
export class Slices {
  readonly #signal: AbortSignal;
  #begun = performance.now();
  #worked = 0;
  /** Units of text since the clock was read. */
  #units = 0;

  /** @param signal after it nobody gets the turn back */
  constructor(signal: AbortSignal) {
    this.#signal = signal;
  }

  /** Time in all slices until now, in milliseconds; what was waited for is not in it. */
  get workedMs(): number {
    return this.#worked + performance.now() - this.#begun;
  }

  /** True where the slice is over. @param units how much text was read since it was asked last; other work counts as if it were text */
  isOver(units: number): boolean {
    this.#units += units + STEP_UNITS;
    if (this.#units < CLOCK_UNITS) return false;
    this.#units = 0;
    return performance.now() - this.#begun >= SLICE_MS;
  }

  /** Ends the slice and begins the next when `answer` is there. Rejects where it does. */
  async waitFor<T>(answer: Promise<T>): Promise<T> {
    this.#worked = this.workedMs;
    try {
      return await answer;
    } finally {
      this.#begun = performance.now();
    }
  }

  /** Gives way to the page and begins the next slice; never resolves once the signal is given. */
  async giveWay(): Promise<void> {
    await this.waitFor(giveWay());
    if (this.#signal.aborted) await new Promise(() => {});
  }
}
