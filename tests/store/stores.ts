/** Stores over a database of their own in memory, filled with the valid dataset. */
import 'fake-indexeddb/auto';
import { randomUUID } from 'node:crypto';
import type { Dataset } from '../../model/dataset';
import { type PackedDataset, packInParts } from '../../model/packed-dataset';
import { FootnotesStore } from '../../store/footnotes-store';
import { packedFixture } from '../fixtures/dataset';

export interface TestStore {
  store: FootnotesStore;
  name: string;
  dataset: Dataset;
  /** How often the packed dataset was read. */
  reads(): number;
  /** Another store over the same database, as after a restart; with another packed dataset where given. */
  again(dataset?: Dataset): TestStore;
}

export function newStore(dataset: Dataset = packedFixture().dataset, name = `test-${randomUUID()}`): TestStore {
  let reads = 0;
  const { head, readPart } = packageOf(dataset);
  const store = new FootnotesStore({
    name,
    version: dataset.version,
    readDataset: async () => {
      reads++;
      return { head: structuredClone(head), readPart };
    },
  });
  return {
    store,
    name,
    dataset,
    reads: () => reads,
    again: (other = dataset) => newStore(other, name),
  };
}

/** The dataset as it is packed, one incident a part. */
export function packageOf(dataset: Dataset): PackedDataset {
  const { head, parts } = packInParts(dataset, 1);
  return { head, readPart: async (at) => JSON.stringify(parts[at]) };
}
