/** The dataset as it lies packed in the extension's own files. */
import type { NamesFilter } from '../mentions/names-filter';
import type { NamesIndex } from '../mentions/names-index';
import type { Dataset } from '../model/dataset';

/** Version of the packed dataset; put here by the build (modules/dataset.ts). */
declare const __DATASET_VERSION__: string;

export const PACKED_VERSION: string = __DATASET_VERSION__;

/** Reads a packed file of the extension; rejects where it cannot be read. */
async function readPacked<T>(path: string, urlOf: (path: string) => string): Promise<T> {
  const response = await fetch(urlOf(path));
  if (!response.ok) throw new Error(`${path} could not be read (${response.status})`);
  return (await response.json()) as T;
}

/** @param urlOf the address of a file of the extension: `browser.runtime.getURL` */
export const readPackedDataset = (urlOf: (path: string) => string): Promise<Dataset> =>
  readPacked('/dataset/dataset.json', urlOf);

export const readPackedNames = (urlOf: (path: string) => string): Promise<NamesIndex> =>
  readPacked('/dataset/names.json', urlOf);

export const readPackedFilter = (urlOf: (path: string) => string): Promise<NamesFilter> =>
  readPacked('/dataset/filter.json', urlOf);
