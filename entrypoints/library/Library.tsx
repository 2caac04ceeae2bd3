/** One company with all its incidents, or the list of all companies. */
import { type SettingsSource, useSettings } from '../../components/use-settings';
import type { LibraryPlace } from '../../messaging/protocol';
import type { Settings } from '../../model/settings';
import { AllCompanies } from './AllCompanies';
import { CompanyPage } from './CompanyPage';
import { hrefOf } from './library-place';

export interface LibraryProps {
  source: SettingsSource;
  initial: Settings;
  place: LibraryPlace;
}

export function Library({ source, initial, place }: LibraryProps) {
  useSettings(source, initial);
  const whole = !place.company;
  return (
    <div class="library">
      <header class="library-head">
        <h1 class="library-title">{whole ? 'Privacy Footnotes: the library' : 'Privacy Footnotes'}</h1>
        {!whole && (
          <nav aria-label="Library">
            <a href={hrefOf({})}>All companies</a>
          </nav>
        )}
      </header>
      <main>{whole ? <AllCompanies /> : <CompanyPage place={place} />}</main>
    </div>
  );
}
