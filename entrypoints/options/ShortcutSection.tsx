/** The keyboard shortcuts as the browser has them now, and where it changes them. */
import { useEffect, useState } from 'preact/hooks';
import browser from 'webextension-polyfill';

interface Shortcut {
  name: string;
  keys: string;
}

export function ShortcutSection() {
  const [shortcuts, setShortcuts] = useState<Shortcut[]>();
  useEffect(() => {
    readShortcuts().then(setShortcuts, () => setShortcuts([]));
  }, []);
  if (!shortcuts?.length) return null;
  return (
    <section aria-labelledby="keys">
      <h2 id="keys">Keyboard</h2>
      <dl class="options-facts">
        {shortcuts.map(({ name, keys }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{keys ? <kbd>{keys}</kbd> : 'no keys set'}</dd>
          </div>
        ))}
      </dl>
      <p>{placeToChange()}</p>
    </section>
  );
}

/** Empty where the browser has no shortcuts, as on Firefox for Android. */
async function readShortcuts(): Promise<Shortcut[]> {
  const commands = await browser.commands?.getAll();
  return (commands ?? []).map((command) => ({
    name: command.description || (command.name?.startsWith('_execute') ? 'Open the popup' : (command.name ?? '')),
    keys: command.shortcut ?? '',
  }));
}

function placeToChange() {
  if (location.protocol === 'moz-extension:')
    return 'To change them, open about:addons, press the gear and choose “Manage Extension Shortcuts”.';
  return (
    <>
      To change them, open <code>chrome://extensions/shortcuts</code> in a new tab.
    </>
  );
}
