import { describe, expect, it } from 'vitest';
import { packNames } from '../../mentions/pack-names';
import { keepNames, readNames } from '../../store/names';
import { NAMES_KEY } from '../../store/storage-keys';
import { packedFixture } from '../fixtures/dataset';
import { MemoryStorage } from './storage';

const namesOf = (version: string) => packNames(packedFixture().dataset.companies, version);
const notRead = async () => {
  throw new Error('read in vain');
};

describe('the names index in storage', () => {
  it('is not there at first', async () => {
    expect(await readNames(new MemoryStorage())).toBeUndefined();
  });

  it('is kept and read again', async () => {
    const area = new MemoryStorage();
    await keepNames(area, 'one', async () => namesOf('one'));
    expect(await readNames(area)).toEqual(namesOf('one'));
  });

  it('is neither read from the package nor written again where that version lies there', async () => {
    const area = new MemoryStorage();
    await keepNames(area, 'one', async () => namesOf('one'));
    await keepNames(area, 'one', notRead);
    expect(area.writes).toBe(1);
  });

  it('gives way to another version', async () => {
    const area = new MemoryStorage();
    await keepNames(area, 'two', async () => namesOf('two'));
    await keepNames(area, 'one', async () => namesOf('one'));
    expect((await readNames(area))?.version).toBe('one');
  });

  it('of an unknown layout counts as none, and is replaced', async () => {
    const area = new MemoryStorage();
    await area.set({ [NAMES_KEY]: { ...namesOf('one'), layout: 0 } });
    expect(await readNames(area)).toBeUndefined();
    await keepNames(area, 'one', async () => namesOf('one'));
    expect(await readNames(area)).toEqual(namesOf('one'));
  });

  it('is not kept, and says so, where storage is full or the package cannot be read', async () => {
    const area = new MemoryStorage();
    await expect(keepNames(area, 'one', notRead)).rejects.toThrow('read in vain');
    area.isFull = true;
    await expect(keepNames(area, 'one', async () => namesOf('one'))).rejects.toThrow();
    expect(await readNames(area)).toBeUndefined();
  });
});
