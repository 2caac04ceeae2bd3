/** Breaks, stops and looks into the background of the extension. */
import type { WebWorker } from 'puppeteer-core';
import { deskOf } from './extension-pages';
import { type Session, until } from './session';

/** The running service worker of the extension; undefined where it is stopped. Chromium only. */
export async function workerOf(session: Session): Promise<WebWorker | undefined> {
  const target = session.browser.targets().find((one) => one.type() === 'service_worker' && one.url() === `${session.extensionOrigin}/background.js`);
  return (await target?.worker()) ?? undefined;
}

/** Runs `code` in the background; it is woken first. */
async function inBackground(session: Session, code: string): Promise<void> {
  const desk = await deskOf(session);
  await desk.evaluate(() => globalThis.chrome.runtime.sendMessage({ id: 1, type: 'getDatasetInfo', timestamp: Date.now() }));
  if (session.kind === 'chromium') {
    const worker = await until(() => workerOf(session), (one) => one !== undefined, 'the running worker');
    await worker?.evaluate(code);
    return;
  }
  await desk.evaluate(async (source) => {
    const background = await globalThis.chrome.runtime.getBackgroundPage();
    (background as unknown as { eval: unknown }) && new (background as unknown as { Function: FunctionConstructor }).Function(source)();
  }, code);
}

/** Leaves the background without names, records and the means to get them again, until it is mended. */
export async function breakBackground(session: Session): Promise<{ mend(): Promise<void> }> {
  const desk = await deskOf(session);
  await inBackground(session, `globalThis.__fetch ??= globalThis.fetch; globalThis.fetch = () => Promise.reject(new Error('no file can be read'));`);
  await desk.evaluate(async () => {
    await globalThis.chrome.storage.local.remove('names');
    await new Promise((resolve) => {
      indexedDB.deleteDatabase('privacy-footnotes').onsuccess = resolve;
    });
  });
  return { mend: () => inBackground(session, `globalThis.fetch = globalThis.__fetch;`) };
}
