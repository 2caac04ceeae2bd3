/** The user's settings in `storage.local`: they survive restarts and reach every open page at once. */
import { parseSettings, type Settings } from '../model/settings';
import { SETTINGS_KEY } from './storage-keys';

/** The part of `storage.local` that is used here: the browser's own, or the polyfill's. */
export interface StorageArea {
  get(keys: string | string[]): Promise<Record<string, unknown>>;
  set(items: Record<string, unknown>): Promise<void>;
}

/** The part of `storage.onChanged` that is used here. */
export interface StorageChanges {
  addListener(listener: StorageListener): void;
  removeListener(listener: StorageListener): void;
}

type StorageListener = (changes: Record<string, { newValue?: unknown }>, area: string) => void;

export async function readSettings(area: StorageArea): Promise<Settings> {
  return parseSettings((await area.get(SETTINGS_KEY))[SETTINGS_KEY]);
}

/** Settled when the last change is stored: each begins with what the one before it left. */
let lastChange: Promise<unknown> = Promise.resolve();

/** Applies `change` to what is stored now and stores the result, one change after the other. Rejects where storage cannot be written. */
export function changeSettings(area: StorageArea, change: (settings: Settings) => Settings): Promise<Settings> {
  const changed = lastChange.then(async () => {
    const settings = change(await readSettings(area));
    await area.set({ [SETTINGS_KEY]: settings });
    return settings;
  });
  lastChange = changed.catch(() => undefined);
  return changed;
}

/** Calls `listener` with the settings whenever they change anywhere; returns how to stop. */
export function watchSettings(changes: StorageChanges, listener: (settings: Settings) => void): () => void {
  const onChanged: StorageListener = (changed, area) => {
    const change = changed[SETTINGS_KEY];
    if (area === 'local' && change) listener(parseSettings(change.newValue));
  };
  changes.addListener(onChanged);
  return () => changes.removeListener(onChanged);
}

/** Reading, changing and watching the settings in one, for pages that live with them. */
export interface SettingsStore {
  read(): Promise<Settings>;
  change(change: (settings: Settings) => Settings): Promise<Settings>;
  watch(listener: (settings: Settings) => void): () => void;
}

export function settingsIn({ local, onChanged }: { local: StorageArea; onChanged: StorageChanges }): SettingsStore {
  return {
    read: () => readSettings(local),
    change: (change) => changeSettings(local, change),
    watch: (listener) => watchSettings(onChanged, listener),
  };
}
