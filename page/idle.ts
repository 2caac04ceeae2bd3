/** Work in slices that give way to the page. */

/** Longest slice of work, in milliseconds: a third of a frame at 60 Hz. */
const SLICE_MS = 5;

/** Resolves when the page is idle, at the latest after `timeout` milliseconds. */
export function whenIdle(timeout: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) return;
    const cancel = () => cancelIdleCallback(id);
    const id = requestIdleCallback(
      () => {
        // The signal lives as long as the page: a listener left behind at each wait would pile up.
        signal.removeEventListener('abort', cancel);
        resolve();
      },
      { timeout },
    );
    signal.addEventListener('abort', cancel, { once: true });
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
  #end = 0;
  #work = 0;

  /** @param signal after it nobody gets the turn back */
  constructor(signal: AbortSignal) {
    this.#signal = signal;
    this.begin();
  }

  /** Begins a slice, after something was waited for. */
  begin(): void {
    this.#end = performance.now() + SLICE_MS;
  }

  /** True where the slice is over. @param units how much text was read since it was asked last; other work counts as if it were text */
  isOver(units: number): boolean {
    this.#work += units + STEP_UNITS;
    if (this.#work < CLOCK_UNITS) return false;
    this.#work = 0;
    return performance.now() >= this.#end;
  }

  /** Gives way to the page and begins the next slice; never resolves once the signal is given. */
  async giveWay(): Promise<void> {
    await giveWay();
    if (this.#signal.aborted) await new Promise(() => {});
    this.begin();
  }
}
