/** How often what never rests is come back to: less and less often. Times are milliseconds on one clock. */

/** When something had its turn, and how long it waits for the next. */
export interface Turn {
  at: number;
  wait: number;
}

/** True where the next turn has come. */
export function isTurn(last: Turn | undefined, now: number): boolean {
  return last === undefined || now - last.at >= last.wait;
}

/** The turn that is had at `now`: its wait is twice the last one where it comes soon after, and the least where it does not. */
export function nextTurn(last: Turn | undefined, now: number, least: number, most: number): Turn {
  const isSoon = last !== undefined && now - last.at < 2 * last.wait;
  return { at: now, wait: isSoon ? Math.min(most, 2 * last.wait) : least };
}

/** Pause between two readings of changes: the least on a calm page, up to the other on one that changes on and on. */
const LEAST_PAUSE_MS = 150;
const MOST_PAUSE_MS = 1000;
/** Work of one reading that stretches no pause. A reading that takes longer makes the pause longer in proportion: on and on, reading takes at most a fiftieth of the time. */
const LIGHT_WORK_MS = 20;
const LONGEST_PAUSE_MS = 5000;

/** The pauses between readings of changes. */
export class Pace {
  #wait = LEAST_PAUSE_MS;
  #next = 0;

  /** How long a change that is noticed at `now` waits until it is read. Pauses grow while changes come as soon as the last were read. */
  delay(now: number): number {
    const isSoon = now < this.#next + this.#wait;
    this.#wait = isSoon ? Math.min(MOST_PAUSE_MS, 2 * this.#wait) : LEAST_PAUSE_MS;
    return Math.max(LEAST_PAUSE_MS, this.#next - now);
  }

  /** Notes a reading that ended at `now`. @param workMs what it took of the page's time; infinite where it failed */
  done(now: number, workMs: number): void {
    this.#next = now + Math.min(LONGEST_PAUSE_MS, this.#wait * Math.max(1, workMs / LIGHT_WORK_MS));
  }
}
