/** The names filter in `storage.local`, where every page finds it in one asynchronous step. */
import { isNamesFilter, type NamesFilter } from '../mentions/names-filter';
import type { StorageArea } from './settings';
import { FILTER_KEY } from './storage-keys';

/** The stored filter; undefined where there is none that this code reads. */
export async function readFilter(area: StorageArea): Promise<NamesFilter | undefined> {
  const value = (await area.get(FILTER_KEY))[FILTER_KEY];
  return isNamesFilter(value) ? value : undefined;
}

/** Stores the packed filter unless that version lies there already. Rejects where storage cannot be written. */
export async function keepFilter(
  area: StorageArea,
  version: string,
  readPacked: () => Promise<NamesFilter>,
): Promise<void> {
  if ((await readFilter(area))?.version === version) return;
  await area.set({ [FILTER_KEY]: await readPacked() });
}
