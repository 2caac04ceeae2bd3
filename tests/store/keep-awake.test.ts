import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { keepAwake } from '../../store/keep-awake';

/** After this a browser stops a background that did nothing, in milliseconds. */
const IDLE = 30_000;

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

it('calls the browser before it thinks us idle, until the work is over', async () => {
  let finish = () => {};
  const work = new Promise<void>((resolve) => {
    finish = resolve;
  });
  const callBrowser = vi.fn(() => Promise.reject(new Error('refused')));
  const awake = keepAwake(work, callBrowser);
  for (let period = 1; period <= 4; period++) {
    const before = callBrowser.mock.calls.length;
    await vi.advanceTimersByTimeAsync(IDLE - 1);
    expect(callBrowser.mock.calls.length).toBeGreaterThan(before);
  }
  finish();
  await awake;
  expect(vi.getTimerCount()).toBe(0);
});
