import 'fake-indexeddb/auto';

import { Dexie } from 'dexie';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Dataset } from '../../model/dataset';
import { FootnotesDatabase } from '../../store/database';
import { FootnotesStore } from '../../store/footnotes-store';
import { newStore, packageOf, type TestStore } from './stores';

const titlesOf = async ({ store }: TestStore, company = 'examplia') =>
  (await store.cards([company], [], 5)).flatMap((card) => card.incidents.map(({ title }) => title)).sort();

/** The same dataset as an update of the extension brings it: every title is another. */
const updated = (dataset: Dataset): Dataset => ({
  ...dataset,
  version: 'newer',
  incidents: dataset.incidents.map((incident) => ({ ...incident, title: `${incident.title}, as updated` })),
});

/** Version, companies and titles that lie in a database. */
async function contentOf(name: string) {
  const database = new FootnotesDatabase(name);
  const content = {
    version: (await database.meta.get('directory'))?.version,
    companies: await database.companies.count(),
    titles: (await database.incidents.toArray()).map(({ title }) => title).sort(),
  };
  database.close();
  return content;
}

/** Whether a promise is settled by now. */
function watch(promise: Promise<unknown>): () => boolean {
  let isSettled = false;
  const settle = () => {
    isSettled = true;
  };
  promise.then(settle, settle);
  return () => isSettled;
}

beforeEach(() => {
  vi.spyOn(console, 'warn').mockImplementation(() => {});
});
afterEach(() => {
  vi.restoreAllMocks();
});

describe('a store whose database is being filled', () => {
  it('answers meanwhile, and from the database afterwards', async () => {
    const test = newStore();
    const opened = test.store.open();
    const isFilled = watch(opened);
    expect(await titlesOf(test, 'streamora')).toHaveLength(1);
    expect((await test.store.search('zestbook'))[0]?.id).toBe('pomelo');
    expect((await test.store.companies()).map(({ id }) => id)).toEqual(['examplia', 'pomelo', 'streamora']);
    expect(isFilled()).toBe(false);
    await opened;
    expect(await titlesOf(test)).toHaveLength(2);
    expect((await test.store.search('zestbook'))[0]?.id).toBe('pomelo');
    expect(test.reads()).toBe(1);
    // The proof that it is the database that answers: what lies there is what is said.
    const database = new FootnotesDatabase(test.name);
    await database.incidents.update('examplia-fine-2020', { title: 'Changed by hand' });
    database.close();
    expect(await titlesOf(test)).toContain('Changed by hand');
  });

  it('reads no part for a question that none of its companies is in', async () => {
    const { name, dataset } = newStore();
    const { head, readPart } = packageOf(dataset);
    const asked: number[] = [];
    const store = new FootnotesStore({
      name,
      version: dataset.version,
      // The part that fills the database never comes.
      readDataset: async () => ({
        head,
        readPart: (at) => {
          asked.push(at);
          return asked.length === 1 ? new Promise<string>(() => {}) : readPart(at);
        },
      }),
    });
    expect((await store.cards(['streamora'], [], 5))[0]?.incidents).toHaveLength(1);
    expect(asked.slice(1)).toEqual(head.partsOf.streamora);
    store.close();
  });

  it('answers from the new version only, as soon as there is one', async () => {
    const first = newStore();
    await first.store.open();
    first.store.close();
    const second = first.again(updated(first.dataset));
    const opened = second.store.open();
    const isFilled = watch(opened);
    const seen = new Set<string>();
    do {
      for (const title of await titlesOf(second)) seen.add(title);
      // The filling has its turn, too.
      await new Promise(setImmediate);
    } while (!isFilled());
    for (const title of await titlesOf(second)) seen.add(title);
    expect(seen.size).toBe(2);
    expect([...seen].every((title) => title.endsWith(', as updated'))).toBe(true);
    expect((await opened).version).toBe('newer');
  });

  it('tells when it begins, and when that is over', async () => {
    const { name, dataset } = newStore();
    const fillings: Promise<void>[] = [];
    const options = { name, version: dataset.version, readDataset: async () => packageOf(dataset) };
    const newOne = () => new FootnotesStore({ ...options, onFilling: (filled) => void fillings.push(filled) });
    const store = newOne();
    await store.companies();
    expect(fillings).toHaveLength(1);
    await fillings[0];
    expect((await contentOf(name)).version).toBe(dataset.version);
    store.close();
    await newOne().open();
    expect(fillings).toHaveLength(1);
  });
});

describe('a filling that is stopped in the middle', () => {
  it.each([false, true])(
    'leaves what was there (an older version: %s), and the next start fills it',
    async (hasOlder) => {
      const older = newStore();
      if (hasOlder) await older.store.open();
      older.store.close();
      const before = await contentOf(older.name);
      const stopped = older.again(updated(older.dataset));
      const isFilled = watch(stopped.store.open());
      await stopped.store.companies();
      expect(isFilled()).toBe(false);
      stopped.store.close();
      expect(await contentOf(older.name)).toEqual(before);
      const next = stopped.again();
      expect((await titlesOf(next)).every((title) => title.endsWith(', as updated'))).toBe(true);
      await next.store.open();
      expect((await contentOf(older.name)).version).toBe('newer');
    },
  );

  it('by a deletion gives way, and begins anew at the next question', async () => {
    const test = newStore();
    await test.store.companies();
    await Dexie.delete(test.name);
    expect(await titlesOf(test)).toHaveLength(2);
    await test.store.open();
    expect(await contentOf(test.name)).toMatchObject({ version: test.dataset.version, companies: 4 });
    expect(test.reads()).toBe(2);
  });
});

describe('a filling that fails', () => {
  it.each(['companies', 'incidents'] as const)(
    'at the %s leaves the old content, and all is answered',
    async (table) => {
      const older = newStore();
      await older.store.open();
      older.store.close();
      const before = await contentOf(older.name);
      const newer = updated(older.dataset);
      const { add } = IDBObjectStore.prototype;
      let room = table === 'companies' ? 2 : newer.companies.length + 1;
      vi.spyOn(IDBObjectStore.prototype, 'add').mockImplementation(function (this: IDBObjectStore, ...row) {
        if (room-- <= 0) throw new DOMException('The disk is full.', 'QuotaExceededError');
        return add.apply(this, row);
      });
      const test = older.again(newer);
      expect((await test.store.open()).version).toBe('newer');
      expect(room).toBeLessThan(0);
      expect((await titlesOf(test)).filter((title) => title.endsWith(', as updated'))).toHaveLength(2);
      expect((await test.store.search('as updated')).length).toBeGreaterThan(0);
      test.store.close();
      expect(await contentOf(older.name)).toEqual(before);
      vi.restoreAllMocks();
      const next = test.again();
      await next.store.open();
      expect(await contentOf(older.name)).toMatchObject({ version: 'newer', companies: 4 });
    },
  );

  it('because the package cannot be read leaves the old content, and says so', async () => {
    const older = newStore();
    await older.store.open();
    older.store.close();
    const before = await contentOf(older.name);
    const readDataset = () => Promise.reject(new Error('no file can be read'));
    const store = new FootnotesStore({ name: older.name, version: 'newer', readDataset });
    await expect(store.cards(['examplia'], [], 5)).rejects.toThrow('no file can be read');
    await expect(store.search('examplia')).rejects.toThrow('no file can be read');
    expect(await contentOf(older.name)).toEqual(before);
  });

  it('because a part cannot be read, is asked for that part again by the next question', async () => {
    const { name, dataset } = newStore();
    const { head, readPart } = packageOf(dataset);
    let isTorn = true;
    const readDataset = async () => ({
      head,
      readPart: (at: number) => (isTorn ? Promise.reject(new Error('torn')) : readPart(at)),
    });
    const store = new FootnotesStore({ name, version: dataset.version, readDataset });
    await expect(store.cards(['examplia'], [], 5)).rejects.toThrow('torn');
    await expect(store.search('pomelo')).rejects.toThrow('torn');
    isTorn = false;
    expect(await store.cards(['examplia'], [], 5)).toHaveLength(1);
    expect((await store.search('pomelo'))[0]?.id).toBe('pomelo');
  });
});
