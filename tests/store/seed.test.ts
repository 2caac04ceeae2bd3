import 'fake-indexeddb/auto';
import { randomUUID } from 'node:crypto';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { FootnotesDatabase } from '../../store/database';
import { intactDirectory, seed } from '../../store/seed';
import { packedFixture } from '../fixtures/dataset';
import { packageOf } from './stores';

const { dataset } = packedFixture();
const open: FootnotesDatabase[] = [];

function newDatabase(name = `test-${randomUUID()}`): FootnotesDatabase {
  const database = new FootnotesDatabase(name);
  open.push(database);
  return database;
}

afterEach(() => {
  for (const database of open.splice(0)) database.close();
});

/** Everything that a database holds. */
const contentOf = async (database: FootnotesDatabase) => ({
  companies: await database.companies.toArray(),
  incidents: await database.incidents.toArray(),
  meta: await database.meta.toArray(),
});

describe('filling the database', () => {
  it('stores every company and every incident that is not retired', async () => {
    const database = newDatabase();
    await seed(database, packageOf(dataset));
    expect((await database.companies.toCollection().primaryKeys()).sort()).toEqual([
      'examplia',
      'holdoria',
      'pomelo',
      'streamora',
    ]);
    expect(await database.incidents.count()).toBe(3);
    expect(await database.incidents.get('pomelo-rumour-2019')).toBeUndefined();
    expect(await intactDirectory(database, dataset.version)).toMatchObject(packageOf(dataset).head.directory);
  });

  it.each(['companies', 'incidents'] as const)(
    'with %s that cannot be stored leaves the old content whole',
    async (table) => {
      const database = newDatabase();
      await seed(database, packageOf(dataset));
      const before = await contentOf(database);
      const twice = { ...dataset, version: 'broken', [table]: [...dataset[table], dataset[table][0]] };
      await expect(seed(database, packageOf(twice))).rejects.toThrow();
      expect(await contentOf(database)).toEqual(before);
      expect(await intactDirectory(database, dataset.version)).toBeDefined();
    },
  );

  it.each(['companies', 'incidents'] as const)(
    'that is stopped in the middle of the %s leaves the old content whole',
    async (table) => {
      const database = newDatabase();
      await seed(database, packageOf(dataset));
      const before = await contentOf(database);
      let added = 0;
      // The second row of them: the first is written already.
      database[table].hook('creating', () => {
        if (++added === 2) database.close();
      });
      await expect(seed(database, packageOf({ ...dataset, version: 'newer' }))).rejects.toThrow();
      expect(added).toBeGreaterThanOrEqual(2);
      const restarted = newDatabase(database.name);
      await restarted.open();
      expect(await contentOf(restarted)).toEqual(before);
    },
  );

  it('for which there is no room leaves the old content whole', async () => {
    const database = newDatabase();
    await seed(database, packageOf(dataset));
    const before = await contentOf(database);
    const { add } = IDBObjectStore.prototype;
    let room = dataset.companies.length + 1;
    vi.spyOn(IDBObjectStore.prototype, 'add').mockImplementation(function (this: IDBObjectStore, ...row) {
      if (room-- <= 0) throw new DOMException('The disk is full.', 'QuotaExceededError');
      return add.apply(this, row);
    });
    await expect(seed(database, packageOf({ ...dataset, version: 'newer' }))).rejects.toThrow();
    vi.restoreAllMocks();
    expect(room).toBeLessThan(0);
    expect(await contentOf(database)).toEqual(before);
  });

  it('from a package of which a part cannot be read leaves the old content whole', async () => {
    const database = newDatabase();
    await seed(database, packageOf(dataset));
    const before = await contentOf(database);
    const { head, readPart } = packageOf({ ...dataset, version: 'newer' });
    const torn = { head, readPart: (at: number) => (at === 1 ? Promise.reject(new Error('torn')) : readPart(at)) };
    await expect(seed(database, torn)).rejects.toThrow('torn');
    expect(await contentOf(database)).toEqual(before);
  });

  it('replaces all that was there', async () => {
    const database = newDatabase();
    await seed(database, packageOf(dataset));
    await seed(
      database,
      packageOf({ ...dataset, version: 'two', companies: dataset.companies.slice(0, 1), incidents: [] }),
    );
    const content = await contentOf(database);
    expect([content.companies.length, content.incidents.length, content.meta.length]).toEqual([1, 0, 1]);
    expect(content.meta[0]?.version).toBe('two');
  });
});

describe('a database', () => {
  it('is not intact before it is filled, and not for another version', async () => {
    const database = newDatabase();
    expect(await intactDirectory(database, dataset.version)).toBeUndefined();
    await seed(database, packageOf(dataset));
    expect(await intactDirectory(database, 'another')).toBeUndefined();
  });

  it('is not intact where rows are missing', async () => {
    const database = newDatabase();
    await seed(database, packageOf(dataset));
    await database.incidents.delete('examplia-fine-2020');
    expect(await intactDirectory(database, dataset.version)).toBeUndefined();
  });
});
