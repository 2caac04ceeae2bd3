/** Breaks, stops and looks into the background of the extension. */
import type { WebWorker } from 'puppeteer-core';
import { deskOf } from './extension-pages';
import { type Session, until } from './session';

/** The running service worker of the extension; undefined where it is stopped. Chromium only. */
export async function workerOf(session: Session): Promise<WebWorker | undefined> {
  const target = session.browser.targets().find((one) => one.type() === 'service_worker' && one.url() === `${session.extensionOrigin}/background.js`);
  return (await target?.worker()) ?? undefined;
}

/** Has the background read no more of the extension's files, or read them again; it is woken first. */
async function setReading(session: Session, works: boolean): Promise<void> {
  const desk = await deskOf(session);
  await desk.evaluate(() => globalThis.chrome.runtime.sendMessage({ id: 1, type: 'getDatasetInfo', timestamp: Date.now() }));
  const change = (scope: typeof globalThis & { wasFetch?: typeof fetch }, on: boolean) => {
    scope.wasFetch ??= scope.fetch;
    scope.fetch = on ? scope.wasFetch : () => Promise.reject(new Error('no file can be read'));
  };
  if (session.kind === 'chromium') {
    const worker = await until(() => workerOf(session), (one) => one !== undefined, 'the running worker');
    await worker?.evaluate(`(${change})(globalThis, ${works})`);
  } else {
    await desk.evaluate(
      async (on) => {
        const scope = (await globalThis.chrome.runtime.getBackgroundPage()) as unknown as Window & { wasFetch?: typeof fetch };
        scope.wasFetch ??= scope.fetch.bind(scope);
        scope.fetch = on ? scope.wasFetch : () => Promise.reject(new Error('no file can be read'));
      },
      works,
    );
  }
}

/** Leaves the background without names, records and the means to get them again, until it is mended. */
export async function breakBackground(session: Session): Promise<{ mend(): Promise<void> }> {
  await setReading(session, false);
  const desk = await deskOf(session);
  await desk.evaluate(() => globalThis.chrome.storage.local.remove('names'));
  await deleteDatabase(session);
  return { mend: () => setReading(session, true) };
}

/** Deletes the extension's database under it. Rejects where an open connection does not give way. */
export async function deleteDatabase(session: Session): Promise<void> {
  const desk = await deskOf(session);
  await desk.evaluate(
    () =>
      new Promise<void>((resolve, reject) => {
        const request = indexedDB.deleteDatabase('privacy-footnotes');
        request.onsuccess = () => resolve();
        request.onerror = () => reject(request.error);
      }),
  );
}
