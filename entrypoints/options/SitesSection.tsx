/** The sites that are switched off: seen, switched on again, added. */
import { useRef, useState } from 'preact/hooks';
import { type Settings, withSite } from '../../model/settings';
import { parseSite } from './parse-site';

export interface SitesSectionProps {
  settings: Settings;
  /** Resolves to whether the change was stored. */
  onChange: (change: (settings: Settings) => Settings) => Promise<boolean>;
}

export function SitesSection({ settings, onChange }: SitesSectionProps) {
  const [typed, setTyped] = useState('');
  const [message, setMessage] = useState<{ text: string; wrong: boolean }>({ text: '', wrong: false });
  const field = useRef<HTMLInputElement>(null);

  const add = async (event: Event) => {
    event.preventDefault();
    const site = parseSite(typed);
    if (!site) {
      setMessage({ text: 'Not a site. Type a name such as example.com, or paste an address.', wrong: true });
    } else if (await onChange((now) => withSite(now, site, false))) {
      setTyped('');
      setMessage({ text: `${site} is switched off.`, wrong: false });
    }
    field.current?.focus();
  };
  const remove = async (site: string) => {
    if (!(await onChange((now) => withSite(now, site, true)))) return;
    setMessage({ text: `${site} is switched on.`, wrong: false });
    field.current?.focus();
  };

  return (
    <section aria-labelledby="sites">
      <h2 id="sites">Sites switched off</h2>
      <p>Pages of these sites, and of sites under them, are not read.</p>
      {settings.sitesOff.length > 0 ? (
        <ul class="options-sites" aria-label="Sites switched off">
          {settings.sitesOff.map((site) => (
            <li key={site}>
              <span>{site}</span>
              <button
                type="button"
                class="pf-button pf-button-small"
                aria-label={`Remove ${site}`}
                onClick={() => remove(site)}
              >
                Remove
              </button>
            </li>
          ))}
        </ul>
      ) : (
        <p class="options-none">None.</p>
      )}
      <form class="options-add" onSubmit={add}>
        <label for="add-site">Switch a site off</label>
        <div>
          <input
            class="pf-input"
            id="add-site"
            ref={field}
            value={typed}
            placeholder="example.com"
            autocomplete="off"
            autocapitalize="off"
            spellcheck={false}
            inputMode="url"
            aria-describedby="add-site-message"
            aria-invalid={message.wrong}
            onInput={(event) => setTyped(event.currentTarget.value)}
          />
          <button type="submit" class="pf-button">
            Add
          </button>
        </div>
        <p class={message.wrong ? 'options-wrong' : 'pf-fine'} id="add-site-message" role="status">
          {message.text}
        </p>
      </form>
    </section>
  );
}
