import { describe, expect, it } from 'vitest';
import { packNamesFilter } from '../../mentions/pack-names-filter';
import { keepFilter, readFilter } from '../../store/names-filter';
import { FILTER_KEY } from '../../store/storage-keys';
import { packedFixture } from '../fixtures/dataset';
import { MemoryStorage } from './storage';

const filterOf = (version: string) => packNamesFilter(packedFixture().dataset.companies, version);
const notRead = async () => {
  throw new Error('read in vain');
};

describe('the names filter in storage', () => {
  it('is not there at first', async () => {
    expect(await readFilter(new MemoryStorage())).toBeUndefined();
  });

  it('is kept and read again', async () => {
    const area = new MemoryStorage();
    await keepFilter(area, 'one', async () => filterOf('one'));
    expect(await readFilter(area)).toEqual(filterOf('one'));
  });

  it('is neither read from the package nor written again where that version lies there', async () => {
    const area = new MemoryStorage();
    await keepFilter(area, 'one', async () => filterOf('one'));
    await keepFilter(area, 'one', notRead);
    expect(area.writes).toBe(1);
  });

  it('gives way to another version', async () => {
    const area = new MemoryStorage();
    await keepFilter(area, 'two', async () => filterOf('two'));
    await keepFilter(area, 'one', async () => filterOf('one'));
    expect((await readFilter(area))?.version).toBe('one');
  });

  it('of an unknown layout counts as none, and is replaced', async () => {
    const area = new MemoryStorage();
    await area.set({ [FILTER_KEY]: { ...filterOf('one'), layout: 0 } });
    expect(await readFilter(area)).toBeUndefined();
    await keepFilter(area, 'one', async () => filterOf('one'));
    expect(await readFilter(area)).toEqual(filterOf('one'));
  });

  it('is not kept, and says so, where storage is full or the package cannot be read', async () => {
    const area = new MemoryStorage();
    await expect(keepFilter(area, 'one', notRead)).rejects.toThrow('read in vain');
    area.isFull = true;
    await expect(keepFilter(area, 'one', async () => filterOf('one'))).rejects.toThrow();
    expect(await readFilter(area)).toBeUndefined();
  });
});
