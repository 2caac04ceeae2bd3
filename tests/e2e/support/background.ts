/** Breaks, stops and looks into the background of the extension. */
import type { WebWorker } from 'puppeteer-core';
import { deskOf } from './extension-pages';
import { type Session, until } from './session';

/** The running service worker of the extension; undefined where it is stopped. Chromium only. */
export async function workerOf(session: Session): Promise<WebWorker | undefined> {
  const target = session.browser
    .targets()
    .find((one) => one.type() === 'service_worker' && one.url() === `${session.extensionOrigin}/background.js`);
  return (await target?.worker()) ?? undefined;
}

/** Has the background read no more of the extension's files, or read them again; it is woken first. */
async function setReading(session: Session, works: boolean): Promise<void> {
  const desk = await deskOf(session);
  await desk.evaluate(() =>
    globalThis.chrome.runtime.sendMessage({ id: 1, type: 'getDatasetInfo', timestamp: Date.now() }),
  );
  const change = (scope: typeof globalThis & { wasFetch?: typeof fetch }, on: boolean) => {
    scope.wasFetch ??= scope.fetch;
    scope.fetch = on ? scope.wasFetch : () => Promise.reject(new Error('no file can be read'));
  };
  if (session.kind === 'chromium') {
    const worker = await until(
      () => workerOf(session),
      (one) => one !== undefined,
      'the running worker',
    );
    await worker?.evaluate(`(${change})(globalThis, ${works})`);
  } else {
    await desk.evaluate(async (on) => {
      const scope = (await globalThis.chrome.runtime.getBackgroundPage()) as unknown as Window & {
        wasFetch?: typeof fetch;
      };
      scope.wasFetch ??= scope.fetch.bind(scope);
      scope.fetch = on ? scope.wasFetch : () => Promise.reject(new Error('no file can be read'));
    }, works);
  }
}

/** Leaves the background without names, records and the means to get them again, until it is mended. */
export async function breakBackground(session: Session): Promise<{ mend(): Promise<void> }> {
  await setReading(session, false);
  const desk = await deskOf(session);
  await desk.evaluate(() => globalThis.chrome.storage.local.remove('names-filter'));
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

/** True while the background runs. Does not wake it. */
export async function isBackgroundRunning(session: Session): Promise<boolean> {
  if (session.kind === 'chromium') return (await workerOf(session)) !== undefined;
  const desk = await deskOf(session);
  return desk.evaluate(() =>
    globalThis.chrome.extension.getViews().some((view) => view.location.pathname.includes('background')),
  );
}

/**
 * Has the background stopped as browsers stop it when it has nothing to do. Chromium's worker is closed; Firefox closes its
 * page itself, in a session with a short `extensions.background.idle.timeout`.
 */
export async function stopBackground(session: Session): Promise<void> {
  if (session.kind === 'chromium') await (await workerOf(session))?.close();
  await until(
    () => isBackgroundRunning(session),
    (running) => !running,
    'the background to stop',
    40_000,
  );
}

/** Runs `work` on the extension's database, opened at its present version, and closes it. */
export async function removeRows(
  session: Session,
  table: 'companies' | 'incidents' | 'meta',
  most = Number.POSITIVE_INFINITY,
): Promise<void> {
  const desk = await deskOf(session);
  await desk.evaluate(
    (name, limit) =>
      new Promise<void>((resolve, reject) => {
        const request = indexedDB.open('privacy-footnotes');
        request.onerror = () => reject(request.error);
        request.onsuccess = () => {
          const database = request.result;
          const change = database.transaction(name, 'readwrite');
          let left = limit ?? Number.POSITIVE_INFINITY;
          change.objectStore(name).openCursor().onsuccess = ({ target }) => {
            const cursor = (target as IDBRequest<IDBCursorWithValue | null>).result;
            if (!cursor || left-- <= 0) return;
            cursor.delete();
            cursor.continue();
          };
          change.oncomplete = () => {
            database.close();
            resolve();
          };
          change.onabort = () => reject(change.error);
        };
      }),
    table,
    Number.isFinite(most) ? most : null,
  );
}

/** How many rows the tables hold; -1 for a table or a database that is not there. Makes no database. */
export async function countRows(session: Session): Promise<{ companies: number; incidents: number; meta: number }> {
  const desk = await deskOf(session);
  return desk.evaluate(async () => {
    const none = { companies: -1, incidents: -1, meta: -1 };
    if (!(await indexedDB.databases()).some(({ name }) => name === 'privacy-footnotes')) return none;
    return new Promise<typeof none>((resolve, reject) => {
      const request = indexedDB.open('privacy-footnotes');
      request.onerror = () => reject(request.error);
      request.onsuccess = async () => {
        const database = request.result;
        const counts = { ...none };
        for (const name of ['companies', 'incidents', 'meta'] as const)
          if (database.objectStoreNames.contains(name))
            counts[name] = await new Promise<number>((found) => {
              const count = database.transaction(name).objectStore(name).count();
              count.onsuccess = () => found(count.result);
            });
        database.close();
        resolve(counts);
      };
    });
  });
}

/** Puts an empty database of a far higher version in the place of the extension's own. */
export async function putFutureDatabase(session: Session): Promise<void> {
  await deleteDatabase(session);
  const desk = await deskOf(session);
  await desk.evaluate(
    () =>
      new Promise<void>((resolve, reject) => {
        const request = indexedDB.open('privacy-footnotes', 9999);
        request.onupgradeneeded = () => request.result.createObjectStore('something');
        request.onerror = () => reject(request.error);
        request.onsuccess = () => {
          request.result.close();
          resolve();
        };
      }),
  );
}

/** What lies in the extension's database, in one moment: which version, how many incidents, how many of them {@link makeOlder} left. */
export async function contentOf(session: Session): Promise<{ version: string; incidents: number; older: number }> {
  const desk = await deskOf(session);
  return desk.evaluate(
    () =>
      new Promise<{ version: string; incidents: number; older: number }>((resolve, reject) => {
        const request = indexedDB.open('privacy-footnotes');
        request.onerror = () => reject(request.error);
        request.onsuccess = () => {
          const database = request.result;
          const reading = database.transaction(['meta', 'incidents']);
          const meta = reading.objectStore('meta').get('directory');
          const rows = reading.objectStore('incidents').getAll();
          reading.oncomplete = () => {
            database.close();
            const older = rows.result.filter(({ isOlder }) => isOlder).length;
            resolve({ version: meta.result?.version ?? 'none', incidents: rows.result.length, older });
          };
        };
      }),
  );
}

/** Makes what lies in the database an older version of the dataset, as it is found after an update. */
export async function makeOlder(session: Session): Promise<void> {
  const desk = await deskOf(session);
  await desk.evaluate(
    () =>
      new Promise<void>((resolve, reject) => {
        const request = indexedDB.open('privacy-footnotes');
        request.onerror = () => reject(request.error);
        request.onsuccess = () => {
          const database = request.result;
          const change = database.transaction(['meta', 'incidents'], 'readwrite');
          for (const [name, fields] of [
            ['meta', { version: 'older' }],
            ['incidents', { isOlder: true }],
          ] as const)
            change.objectStore(name).openCursor().onsuccess = ({ target }) => {
              const cursor = (target as IDBRequest<IDBCursorWithValue | null>).result;
              cursor?.update({ ...cursor.value, ...fields });
              cursor?.continue();
            };
          change.oncomplete = () => {
            database.close();
            resolve();
          };
          change.onabort = () => reject(change.error);
        };
      }),
  );
}

/** Reads the incidents without end: what wants to write waits until they are released, and what wants to read after it. */
export async function holdIncidents(session: Session): Promise<{ release(): Promise<void> }> {
  const desk = await deskOf(session);
  await desk.evaluate(
    () =>
      new Promise<void>((resolve, reject) => {
        const scope = globalThis as typeof globalThis & { released?: () => void };
        const request = indexedDB.open('privacy-footnotes');
        request.onerror = () => reject(request.error);
        request.onsuccess = () => {
          const database = request.result;
          const incidents = database.transaction('incidents').objectStore('incidents');
          const read = () => {
            resolve();
            if (scope.released) {
              database.close();
              scope.released();
              delete scope.released;
              // Takes the database longer than it takes us: the thread is the background's, too, in Firefox.
            } else incidents.index('companyIds').count().onsuccess = read;
          };
          read();
        };
      }),
  );
  return {
    release: () =>
      desk.evaluate(
        () =>
          new Promise<void>((resolve) => {
            (globalThis as typeof globalThis & { released?: () => void }).released = resolve;
          }),
      ),
  };
}
