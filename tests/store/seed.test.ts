import 'fake-indexeddb/auto';
import { randomUUID } from 'node:crypto';
import { afterEach, describe, expect, it } from 'vitest';
import { FootnotesDatabase } from '../../store/database';
import { intactDirectory, rowsOf, seed } from '../../store/seed';
import { packedFixture } from '../fixtures/dataset';

const { dataset } = packedFixture();
const open: FootnotesDatabase[] = [];

function newDatabase(): FootnotesDatabase {
  const database = new FootnotesDatabase(`test-${randomUUID()}`);
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
    const directory = await seed(database, dataset);
    expect((await database.companies.toCollection().primaryKeys()).sort()).toEqual([
      'examplia',
      'holdoria',
      'pomelo',
      'streamora',
    ]);
    expect(await database.incidents.count()).toBe(3);
    expect(await database.incidents.get('pomelo-rumour-2019')).toBeUndefined();
    expect(await intactDirectory(database, dataset.version)).toEqual(directory);
  });

  it.each(['companies', 'incidents'] as const)(
    'with %s that cannot be stored leaves the old content whole',
    async (table) => {
      const database = newDatabase();
      await seed(database, dataset);
      const before = await contentOf(database);
      const twice = { ...dataset, version: 'broken', [table]: [...dataset[table], dataset[table][0]] };
      await expect(seed(database, twice)).rejects.toThrow();
      expect(await contentOf(database)).toEqual(before);
      expect(await intactDirectory(database, dataset.version)).toBeDefined();
    },
  );

  it('replaces all that was there', async () => {
    const database = newDatabase();
    await seed(database, dataset);
    await seed(database, { ...dataset, version: 'two', companies: dataset.companies.slice(0, 1), incidents: [] });
    const content = await contentOf(database);
    expect([content.companies.length, content.incidents.length, content.meta.length]).toEqual([1, 0, 1]);
    expect(content.meta[0]?.version).toBe('two');
  });
});

describe('a database', () => {
  it('is not intact before it is filled, and not for another version', async () => {
    const database = newDatabase();
    expect(await intactDirectory(database, dataset.version)).toBeUndefined();
    await seed(database, dataset);
    expect(await intactDirectory(database, 'another')).toBeUndefined();
  });

  it('is not intact where rows are missing', async () => {
    const database = newDatabase();
    await seed(database, dataset);
    await database.incidents.delete('examplia-fine-2020');
    expect(await intactDirectory(database, dataset.version)).toBeUndefined();
  });
});

describe('the directory', () => {
  const { directory } = rowsOf(dataset);

  it('counts the incidents of each company, each incident once', () => {
    expect(Object.fromEntries(directory.companies.map((entry) => [entry.id, entry.incidentCount]))).toEqual({
      examplia: 2,
      holdoria: 0,
      pomelo: 2,
      streamora: 1,
    });
    expect([directory.companyCount, directory.incidentCount]).toEqual([4, 3]);
  });

  it('names the owner of now only', () => {
    const owners = directory.companies.map((entry) => [entry.id, entry.owner]);
    expect(Object.fromEntries(owners)).toEqual({
      examplia: undefined,
      holdoria: undefined,
      pomelo: undefined,
      streamora: 'holdoria',
    });
  });
});
