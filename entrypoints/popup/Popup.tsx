/** The popup: search, the companies on the page, a card in place, and the switches. */
import { useCallback, useEffect, useState } from 'preact/hooks';
import browser from 'webextension-polyfill';
import { Notice } from '../../components/Notice';
import { SearchBox } from '../../components/SearchBox';
import { Switch } from '../../components/Switch';
import { type SettingsSource, useSettings } from '../../components/use-settings';
import { askBackground } from '../../messaging/background';
import { askPage } from '../../messaging/page';
import { isSiteOn, type Settings, siteOf, withSite } from '../../model/settings';
import { countOf } from '../../model/wording';
import { followPage, type PageState } from './ask-page';
import { CardSection } from './CardSection';
import type { PopupPlace } from './find-tab';
import { PageSection, pageInWords } from './PageSection';
import { type Search, useSearch } from './use-search';

export interface PopupProps {
  source: SettingsSource;
  initial: Settings;
  place: PopupPlace;
}

export function Popup({ source, initial, place }: PopupProps) {
  const { settings, change, failed } = useSettings(source, initial);
  const { page, retry } = usePage(place.tabId, settings);
  const search = useSearch();
  const [opened, setOpened] = useState<Opened[]>([]);
  const [problem, setProblem] = useState('');
  const current = opened.at(-1);

  const open = (companyId: string) => {
    setProblem('');
    setOpened([...opened, { companyId, opener: document.activeElement?.id ?? '' }]);
  };
  const back = () => {
    setProblem('');
    setOpened(opened.slice(0, -1));
    const opener = current?.opener;
    // After the list stands again: back to the button that opened the card, or to the top.
    requestAnimationFrame(() =>
      (document.getElementById(opener || 'search') ?? document.getElementById('search'))?.focus(),
    );
  };
  const openAll = (company?: string) => {
    askBackground('openLibrary', company ? { company } : {}).then(
      () => !place.inTab && window.close(),
      () => setProblem('The library could not be opened.'),
    );
  };
  const show = (companyId: string) => {
    showOnPage(place, companyId).then(
      (found) => !found && setProblem('This mention is no longer on the page.'),
      () => setProblem('The page does not answer. Reload it and try again.'),
    );
  };

  const host = 'host' in page ? page.host : '';
  const named = page.state === 'read' ? page.companies : [];
  return (
    <>
      <header class="popup-head">
        <h1 class="popup-title">Privacy Footnotes</h1>
      </header>
      <main class="popup-main">
        {problem && (
          <div role="alert">
            <Notice title={problem} problem />
          </div>
        )}
        {current ? (
          <CardSection
            companyId={current.companyId}
            named={named}
            onBack={back}
            onShow={show}
            onOpenAll={openAll}
            onOpenCompany={open}
          />
        ) : (
          <>
            <p class="pf-hidden" role="status">
              {pageInWords(page, settings)}
            </p>
            <SearchSection search={search} onOpen={open} />
            {search.query.trim() === '' && (
              <PageSection page={page} settings={settings} onOpen={open} onShow={show} onRetry={retry} />
            )}
          </>
        )}
      </main>
      <footer class="popup-foot">
        {host !== '' && (
          <Switch
            label={`Read pages of ${siteOf(host)}`}
            on={isSiteOn({ ...settings, enabled: true }, host)}
            disabled={!settings.enabled}
            onChange={(on) => change((now) => withSite(now, host, on))}
          />
        )}
        <Switch
          label="Read pages everywhere"
          on={settings.enabled}
          onChange={(enabled) => change((now) => ({ ...now, enabled }))}
        />
        {failed && (
          <div role="alert">
            <Notice title="This setting could not be saved" problem />
          </div>
        )}
        <p class="popup-links">
          <button type="button" class="pf-link" onClick={() => openAll()}>
            Library
          </button>
          <button type="button" class="pf-link" onClick={() => openOptions(place, setProblem)}>
            Settings
          </button>
        </p>
      </footer>
    </>
  );
}

/** A card on the way through the popup, and the id of the button that opened it. */
interface Opened {
  companyId: string;
  opener: string;
}

function SearchSection({ search, onOpen }: { search: Search; onOpen: (companyId: string) => void }) {
  const { query, hits, state } = search;
  const status = {
    idle: '',
    asking: 'Searching …',
    found: hits.length > 0 ? `${countOf(hits.length, 'company', 'companies')} found` : 'Nothing found',
    failed: 'The search could not be done',
  }[state];
  return (
    <>
      <SearchBox
        id="search"
        label="Search all records"
        placeholder="Company, brand or incident"
        query={query}
        results={hits}
        status={status}
        onQuery={search.ask}
        onChoose={onOpen}
      />
      {state === 'found' && hits.length === 0 && (
        <Notice title={`No record matches “${query.trim()}”`}>
          <p>No record does not mean no sharing: it only means that nothing is recorded here.</p>
        </Notice>
      )}
      {state === 'failed' && (
        <Notice title="The records could not be loaded" problem>
          <p>Change the search to try again.</p>
        </Notice>
      )}
    </>
  );
}

/** Follows the page of a tab, again whenever a switch changes what is read. */
function usePage(tabId: number | undefined, settings: Settings): { page: PageState; retry: () => void } {
  const [page, setPage] = useState<PageState>({ state: 'asking' });
  const [attempt, setAttempt] = useState(0);
  const switches = JSON.stringify([settings.enabled, settings.sitesOff]);

  // Of the settings only the switches matter here.
  useEffect(() => {
    const abort = new AbortController();
    void followPage(tabId, settings, setPage, abort.signal);
    return () => abort.abort();
  }, [tabId, switches, attempt]);

  const retry = useCallback(() => {
    // A lost filter of names comes back into storage by this call; the page’s script hears of it.
    askBackground('restoreFilter')
      .catch(() => undefined)
      .then(() => setAttempt((before) => before + 1));
  }, []);
  return { page, retry };
}

async function showOnPage({ tabId, inTab }: PopupPlace, company: string): Promise<boolean> {
  if (tabId === undefined) return false;
  const { found } = await askPage('jumpTo', { company }, { tabId, frameId: 0 });
  if (found && inTab) await browser.tabs.update(tabId, { active: true });
  if (found && !inTab) window.close();
  return found;
}

function openOptions(place: PopupPlace, say: (problem: string) => void): void {
  browser.runtime.openOptionsPage().then(
    () => !place.inTab && window.close(),
    () => say('The settings could not be opened.'),
  );
}
