/** The names index in `storage.local`, where every page finds it in one asynchronous step. */
import { isNamesIndex, type NamesIndex } from '../mentions/names-index';
import type { StorageArea } from './settings';
import { NAMES_KEY } from './storage-keys';

/** The stored index; undefined where there is none that this code reads. */
export async function readNames(area: StorageArea): Promise<NamesIndex | undefined> {
  const value = (await area.get(NAMES_KEY))[NAMES_KEY];
  return isNamesIndex(value) ? value : undefined;
}

/** Stores the packed index unless that version lies there already. Rejects where storage cannot be written. */
export async function keepNames(
  area: StorageArea,
  version: string,
  readPacked: () => Promise<NamesIndex>,
): Promise<void> {
  if ((await readNames(area))?.version === version) return;
  await area.set({ [NAMES_KEY]: await readPacked() });
}
