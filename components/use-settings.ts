/** The settings as a page of the extension lives with them: read, changed, watched, and its theme put on. */
import { useCallback, useEffect, useState } from 'preact/hooks';
import type { Settings, Theme } from '../model/settings';

/** Where the settings are kept; the page that uses this hook says so. */
export interface SettingsSource {
  read(): Promise<Settings>;
  change(change: (settings: Settings) => Settings): Promise<Settings>;
  /** Returns how to stop. */
  watch(listener: (settings: Settings) => void): () => void;
}

export interface SettingsInUse {
  settings: Settings;
  /** Resolves to whether the change was stored; never rejects. */
  change(change: (settings: Settings) => Settings): Promise<boolean>;
  /** True where the last change could not be stored. */
  failed: boolean;
}

export function useSettings(source: SettingsSource, initial: Settings): SettingsInUse {
  const [settings, setSettings] = useState(initial);
  const [failed, setFailed] = useState(false);

  useEffect(() => {
    const stop = source.watch(setSettings);
    // What changed between the first reading and now was told to nobody.
    source.read().then(setSettings, () => undefined);
    return stop;
  }, [source]);
  useEffect(() => applyTheme(document.documentElement, settings.theme), [settings.theme]);

  const change = useCallback(
    async (how: (settings: Settings) => Settings) => {
      try {
        setSettings(await source.change(how));
        setFailed(false);
        return true;
      } catch {
        setFailed(true);
        return false;
      }
    },
    [source],
  );
  return { settings, change, failed };
}

/** Puts the chosen theme on a page; `system` leaves it to the browser. */
export function applyTheme(root: HTMLElement, theme: Theme): void {
  if (theme === 'system') delete root.dataset.theme;
  else root.dataset.theme = theme;
}
