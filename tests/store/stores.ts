/** Stores over a database of their own in memory, filled with the valid dataset. */
import 'fake-indexeddb/auto';
import { randomUUID } from 'node:crypto';
import type { Dataset } from '../../model/dataset';
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
  const store = new FootnotesStore({
    name,
    version: dataset.version,
    readDataset: async () => {
      reads++;
      return structuredClone(dataset);
    },
  });
  return { store, name, dataset, reads: () => reads, again: (other = dataset) => newStore(other, name) };
}
