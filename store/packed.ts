/** The dataset as it lies packed in the extension's own files. */
import type { NamesFilter } from '../mentions/names-filter';
import type { NamesIndex } from '../mentions/names-index';
import { HEAD_PATH, type PackedDataset, type PackedHead, partPath } from '../model/packed-dataset';

/** Version of the packed dataset; put here by the build (modules/dataset.ts). */
declare const __DATASET_VERSION__: string;

export const PACKED_VERSION: string = __DATASET_VERSION__;

type UrlOf = (path: string) => string;

/** Reads a packed file of the extension; rejects where it cannot be read. */
async function readPacked(path: string, urlOf: UrlOf): Promise<Response> {
  const response = await fetch(urlOf(`/${path}`));
  if (!response.ok) throw new Error(`${path} could not be read (${response.status})`);
  return response;
}

const readJson = async <T>(path: string, urlOf: UrlOf): Promise<T> =>
  (await (await readPacked(path, urlOf)).json()) as T;

/** Reads the head of the packed dataset. @param urlOf the address of a file of the extension: `browser.runtime.getURL` */
export async function readPackedDataset(urlOf: UrlOf): Promise<PackedDataset> {
  return {
    head: await readJson<PackedHead>(HEAD_PATH, urlOf),
    readPart: async (at) => (await readPacked(partPath(at), urlOf)).text(),
  };
}

export const readPackedNames = (urlOf: UrlOf): Promise<NamesIndex> => readJson('dataset/names.json', urlOf);

export const readPackedFilter = (urlOf: UrlOf): Promise<NamesFilter> => readJson('dataset/filter.json', urlOf);
