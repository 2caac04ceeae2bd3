/** Every setting, what the dataset is, and what the extension does not do. */
import { Notice } from '../../components/Notice';
import { Switch } from '../../components/Switch';
import { type SettingsSource, useSettings } from '../../components/use-settings';
import type { Settings, Theme } from '../../model/settings';
import { ChoiceGroup } from './ChoiceGroup';
import { DatasetSection } from './DatasetSection';
import { ShortcutSection } from './ShortcutSection';
import { SitesSection } from './SitesSection';

export function Options({ source, initial }: { source: SettingsSource; initial: Settings }) {
  const { settings, change, failed } = useSettings(source, initial);
  return (
    <main class="options">
      <h1 class="options-title">Privacy Footnotes: settings</h1>
      {failed && (
        <div role="alert">
          <Notice title="This setting could not be saved" problem>
            <p>The browser did not store it. What you see is what holds.</p>
          </Notice>
        </div>
      )}

      <section aria-labelledby="on-pages">
        <h2 id="on-pages">On pages</h2>
        <Switch
          label="Read pages"
          detail="The switch for everywhere. Off: no page is read; search and library still work."
          on={settings.enabled}
          onChange={(enabled) => change((now) => ({ ...now, enabled }))}
        />
        <ChoiceGroup
          name="marks"
          legend="Companies on record"
          value={settings.marks ? 'page' : 'popup'}
          choices={[
            { value: 'page', label: 'Mark their names on the page' },
            { value: 'popup', label: 'Show them in the toolbar popup only' },
          ]}
          onChoose={(value) => change((now) => ({ ...now, marks: value === 'page' }))}
        />
        <Switch
          label="Number on the toolbar button"
          detail="How many companies on record the page names."
          on={settings.badge}
          onChange={(badge) => change((now) => ({ ...now, badge }))}
        />
      </section>

      <SitesSection settings={settings} onChange={change} />

      <section aria-labelledby="look">
        <h2 id="look">Appearance</h2>
        <ChoiceGroup<Theme>
          name="theme"
          legend="Colours"
          value={settings.theme}
          choices={[
            { value: 'system', label: 'As the system' },
            { value: 'light', label: 'Light' },
            { value: 'dark', label: 'Dark' },
          ]}
          onChoose={(theme) => change((now) => ({ ...now, theme }))}
        />
      </section>

      <ShortcutSection />
      <DatasetSection />

      <section aria-labelledby="privacy">
        <h2 id="privacy">Privacy</h2>
        <p>
          Nothing about your reading leaves the browser. Pages are read where they are, the records come with the
          extension, and there is no account, no analytics and no request in the background. Only a source that you
          click opens its own site.
        </p>
        <p>
          The one permission is <code>storage</code>: it keeps these settings and the records in the browser. To find
          names, a script runs on the pages that you open; the switches above stop it from reading.
        </p>
      </section>
    </main>
  );
}
