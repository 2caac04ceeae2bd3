/** Work in slices that give way to the page. */

/** Longest slice of work, in milliseconds: half a frame at 60 Hz. */
export const SLICE_MS = 5;

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
