import { describe, expect, it } from 'vitest';
import { isTurn, nextTurn, Pace, type Turn } from '../../page/pace';

describe('turns', () => {
  it('come at once for what never had one', () => {
    expect(isTurn(undefined, 0)).toBe(true);
  });

  it('come less and less often for what is wanted over and over, up to the most', () => {
    const had: number[] = [];
    let last: Turn | undefined;
    for (let now = 0; now <= 30_000; now += 10) {
      if (!isTurn(last, now)) continue;
      last = nextTurn(last, now, 1000, 5000);
      had.push(now);
    }
    expect(had).toEqual([0, 1000, 3000, 7000, 12_000, 17_000, 22_000, 27_000]);
  });

  it('come at once again after a rest', () => {
    const worn = { at: 10_000, wait: 5000 };
    expect(nextTurn(worn, 19_999, 1000, 5000).wait).toBe(5000);
    expect(nextTurn(worn, 20_000, 1000, 5000).wait).toBe(1000);
  });
});

describe('the pace of readings', () => {
  /** When a page is read that changes at every millisecond, and whose readings take `workMs`. */
  function readings(workMs: number, until: number): number[] {
    const pace = new Pace();
    const times: number[] = [];
    for (let now = 1000; now < until; ) {
      now += pace.delay(now);
      times.push(now);
      pace.done(now, workMs);
    }
    return times;
  }

  const pauses = (times: number[]) => times.slice(1).map((time, at) => time - (times[at] as number));

  it('is quick on a calm page', () => {
    const pace = new Pace();
    for (let now = 1000; now < 10_000; now += 500) {
      expect(pace.delay(now)).toBe(150);
      pace.done(now + 150, 5);
    }
  });

  it('falls to once a second on a page that changes on and on', () => {
    expect(pauses(readings(1, 6000)).slice(0, 5)).toEqual([150, 300, 600, 1000, 1000]);
  });

  it('falls further where reading takes long, so that it takes a fiftieth of the time', () => {
    expect(pauses(readings(60, 20_000)).slice(-3)).toEqual([3000, 3000, 3000]);
  });

  it('never falls so far that a change waits for long', () => {
    expect(Math.max(...pauses(readings(10_000, 60_000)))).toBe(5000);
    expect(Math.max(...pauses(readings(Number.POSITIVE_INFINITY, 60_000)))).toBe(5000);
  });

  it('recovers once the page rests', () => {
    const pace = new Pace();
    let now = 1000;
    for (let turn = 0; turn < 10; turn++) {
      now += pace.delay(now);
      pace.done(now, 100);
    }
    now += 10_000;
    expect(pace.delay(now)).toBe(150);
    pace.done(now, 1);
    expect(pace.delay(now + 1)).toBe(150);
  });
});
