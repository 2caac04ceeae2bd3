/** A small storage area in memory that keeps what it is given and tells of changes, as `storage.local` does. */
import type { StorageArea, StorageChanges } from '../../store/settings';

type Listener = Parameters<StorageChanges['addListener']>[0];

export class MemoryStorage implements StorageArea {
  readonly #items = new Map<string, string>();
  readonly #listeners = new Set<Listener>();
  /** How often something was written. */
  writes = 0;
  /** True: writing fails, as where the disk is full. */
  isFull = false;

  readonly changes: StorageChanges = {
    addListener: (listener) => this.#listeners.add(listener),
    removeListener: (listener) => this.#listeners.delete(listener),
  };

  async get(keys: string | string[]): Promise<Record<string, unknown>> {
    const found: Record<string, unknown> = {};
    for (const key of [keys].flat()) {
      const text = this.#items.get(key);
      if (text !== undefined) found[key] = JSON.parse(text);
    }
    return found;
  }

  async set(items: Record<string, unknown>, area = 'local'): Promise<void> {
    if (this.isFull) throw new Error('QuotaExceededError');
    this.writes++;
    for (const [key, value] of Object.entries(items)) {
      this.#items.set(key, JSON.stringify(value));
      for (const listener of this.#listeners) listener({ [key]: { newValue: structuredClone(value) } }, area);
    }
  }
}
