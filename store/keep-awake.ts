/** Work of the background that no event waits for. */

/** Browsers stop a background that has been idle for half a minute; any call of their API begins that anew. */
const EVERY_MS = 20_000;

/** Keeps the background from being stopped as idle until `work` is settled; rejects as it does. @param callBrowser any call of the browser's API */
export async function keepAwake(work: Promise<unknown>, callBrowser: () => Promise<unknown>): Promise<void> {
  const timer = setInterval(() => void callBrowser().catch(() => undefined), EVERY_MS);
  await work.finally(() => clearInterval(timer));
}
