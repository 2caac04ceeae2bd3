import 'fake-indexeddb/auto';

import { Dexie } from 'dexie';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { FootnotesDatabase } from '../../store/database';
import { FootnotesStore } from '../../store/footnotes-store';
import { incidentBetween } from '../fixtures/records';
import { newStore, packageOf, type TestStore } from './stores';

/** Something that a store without a good database could not answer. */
const answers = async ({ store }: TestStore) => {
  const [card] = await store.cards(['streamora'], [], 5);
  return [card?.incidents[0]?.id, (await store.search('zestbook'))[0]?.id, (await store.companies()).length];
};
const RIGHT = ['examplia-partner-access-2018', 'pomelo', 3];

/** Changes the database behind the store's back, as a fault of the disk or of the browser would. */
async function damage(name: string, change: (database: FootnotesDatabase) => Promise<unknown>): Promise<void> {
  const database = new FootnotesDatabase(name);
  await change(database);
  database.close();
}

beforeEach(() => {
  vi.spyOn(console, 'warn').mockImplementation(() => {});
});
afterEach(() => {
  vi.restoreAllMocks();
});

describe('a store that is opened again', () => {
  it('does not read the packed dataset again where the version is the same', async () => {
    const first = newStore();
    await first.store.open();
    first.store.close();
    const second = first.again();
    expect(await answers(second)).toEqual(RIGHT);
    expect([first.reads(), second.reads()]).toEqual([1, 0]);
  });

  it('takes over another version whole', async () => {
    const first = newStore();
    await first.store.open();
    first.store.close();
    const incidents = [...first.dataset.incidents, incidentBetween(['holdoria', 'streamora'], { id: 'new' })];
    const second = first.again({ ...first.dataset, version: 'newer', incidents });
    expect((await second.store.open()).version).toBe('newer');
    expect(second.reads()).toBe(1);
    expect((await second.store.cards(['holdoria'], [], 5))[0]?.incidents.map((one) => one.id)).toEqual(['new']);
  });

  it('answers while an older one still holds the database', async () => {
    const first = newStore();
    await first.store.open();
    const second = first.again({ ...first.dataset, version: 'newer' });
    expect(await answers(second)).toEqual(RIGHT);
  });
});

describe('a store whose database', () => {
  it('is deleted under it answers from a new one', async () => {
    const test = newStore();
    expect(await answers(test)).toEqual(RIGHT);
    await Dexie.delete(test.name);
    expect(await Dexie.exists(test.name)).toBe(false);
    expect(await answers(test)).toEqual(RIGHT);
    expect(await Dexie.exists(test.name)).toBe(true);
    expect(test.reads()).toBe(2);
  });

  it.each([
    ['a company', (database: FootnotesDatabase) => database.companies.delete('streamora')],
    ['an incident', (database: FootnotesDatabase) => database.incidents.delete('examplia-partner-access-2018')],
    ['all companies', (database: FootnotesDatabase) => database.companies.clear()],
    ['the directory', (database: FootnotesDatabase) => database.meta.clear()],
  ])('has lost %s before it is opened is made again', async (_, change) => {
    const first = newStore();
    await first.store.open();
    first.store.close();
    await damage(first.name, change);
    const second = first.again();
    expect(await answers(second)).toEqual(RIGHT);
    expect(second.reads()).toBe(1);
  });

  it.each([
    ['a company', (database: FootnotesDatabase) => database.companies.delete('streamora')],
    ['an incident', (database: FootnotesDatabase) => database.incidents.delete('examplia-partner-access-2018')],
  ])('loses %s while it is open is made again at the next question', async (_, change) => {
    const test = newStore();
    await test.store.open();
    await damage(test.name, change);
    expect(await answers(test)).toEqual(RIGHT);
    expect(test.reads()).toBe(2);
  });

  it('is damaged is made again once for all questions that come at once', async () => {
    const test = newStore();
    await test.store.open();
    await damage(test.name, (database) => database.companies.delete('streamora'));
    const cards = await Promise.all(Array.from({ length: 8 }, () => test.store.cards(['streamora'], [], 1)));
    expect(cards.every(([card]) => card?.id === 'streamora')).toBe(true);
    await test.store.open();
    expect(test.reads()).toBe(2);
    test.store.close();
    const next = test.again();
    expect(await answers(next)).toEqual(RIGHT);
    expect(next.reads()).toBe(0);
  });

  it('was made by a later program is made again', async () => {
    const test = newStore();
    const later = new Dexie(test.name);
    later.version(9).stores({ other: 'id' });
    await later.open();
    later.close();
    expect(await answers(test)).toEqual(RIGHT);
  });
});

describe('a browser that gives no database', () => {
  it('still has its answers, from memory', async () => {
    vi.spyOn(indexedDB, 'open').mockImplementation(() => {
      throw new DOMException(
        'A mutation operation was attempted on a database that did not allow mutations.',
        'InvalidStateError',
      );
    });
    vi.spyOn(indexedDB, 'deleteDatabase').mockImplementation(() => {
      throw new DOMException('refused', 'SecurityError');
    });
    const test = newStore();
    expect(await answers(test)).toEqual(RIGHT);
    expect(await test.store.cards(['nobody', 'constructor'], [], 5)).toEqual([]);
    expect((await test.store.cards(['pomelo', 'examplia'], [], 5)).map((card) => card.id)).toEqual([
      'pomelo',
      'examplia',
    ]);
  });
});

describe('a store without any dataset to read', () => {
  it('says so, and answers once there is one', async () => {
    const { dataset, name } = newStore();
    let isThere = false;
    const readDataset = async () => {
      if (!isThere) throw new Error('the package cannot be read');
      return packageOf(dataset);
    };
    const store = new FootnotesStore({ name, version: dataset.version, readDataset });
    await expect(store.open()).rejects.toThrow('the package cannot be read');
    isThere = true;
    expect((await store.open()).companyCount).toBe(4);
  });

  it('answers many questions at once with one reading', async () => {
    const test = newStore();
    const cards = await Promise.all(Array.from({ length: 8 }, () => test.store.cards(['streamora'], [], 1)));
    expect(cards.every(([card]) => card?.id === 'streamora')).toBe(true);
    expect(test.reads()).toBe(1);
  });
});
