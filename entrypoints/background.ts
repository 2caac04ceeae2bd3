/** The background: owns the database, answers messages, reads text for pages, keeps the names filter where pages find it, sets the badge. */
import browser from 'webextension-polyfill';
import { defineBackground } from 'wxt/utils/define-background';
import cardCss from '../components/card.css?inline';
import { drawCompanyCard } from '../components/draw-company-card';
import themeCss from '../components/theme.css?inline';
import { REASONS } from '../mentions/cue-words';
import type { NamesIndex } from '../mentions/names-index';
import { readRuns } from '../mentions/weigh';
import { onBackgroundMessage } from '../messaging/background';
import { askPage } from '../messaging/page';
import type { SearchHit } from '../messaging/protocol';
import { REQUESTS } from '../messaging/requests';
import { FootnotesStore } from '../store/footnotes-store';
import { keepAwake } from '../store/keep-awake';
import { keepFilter } from '../store/names-filter';
import { PACKED_VERSION, readPackedDataset, readPackedFilter, readPackedNames } from '../store/packed';

const BADGE_COLOUR = '#1f5a5e';

export default defineBackground(() => {
  const urlOf = (path: string) => browser.runtime.getURL(path);
  const store = new FootnotesStore({
    version: PACKED_VERSION,
    readDataset: () => readPackedDataset(urlOf),
    onFilling: (filled) => void keepAwake(filled, () => browser.runtime.getPlatformInfo()),
  });
  const restoreFilter = () => keepFilter(browser.storage.local, PACKED_VERSION, () => readPackedFilter(urlOf));
  let names: Promise<NamesIndex> | undefined;
  const readNames = () => {
    // What could not be read now is asked for again by the next page.
    names ??= readPackedNames(urlOf).catch((error: unknown) => {
      names = undefined;
      throw error;
    });
    return names;
  };
  const prepare = async () => {
    await Promise.all([restoreFilter(), store.open()]);
  };

  browser.runtime.onInstalled.addListener(() => void prepare());
  browser.runtime.onStartup.addListener(() => void restoreFilter());

  onBackgroundMessage('getCards', ({ data }) => {
    const { companies, onPage, incidents } = REQUESTS.getCards.parse(data);
    return store.cards(companies, onPage, incidents);
  });
  onBackgroundMessage('drawCards', async ({ data }) => {
    const { companies, onPage, incidents } = REQUESTS.drawCards.parse(data);
    const cards = await store.cards(companies, onPage, incidents);
    return cards.map((card) => {
      const drawing = JSON.stringify(drawCompanyCard(card, incidents));
      return { id: card.id, name: card.name, drawing };
    });
  });
  onBackgroundMessage('getCardLook', () => ({ css: themeCss + cardCss, reasons: REASONS }));
  onBackgroundMessage('readRuns', async ({ data }) => {
    const { host, runs } = REQUESTS.readRuns.parse(data);
    return readRuns(runs, host, await readNames());
  });
  onBackgroundMessage('search', async ({ data }) => (await store.search(REQUESTS.search.parse(data).query)).map(hitOf));
  onBackgroundMessage('listCompanies', async () => (await store.companies()).map(hitOf));
  onBackgroundMessage('getDatasetInfo', async () => {
    const { version, date, incidentCount, companies } = await store.open();
    return {
      version,
      date,
      incidents: incidentCount,
      companies: companies.filter((entry) => entry.incidentCount > 0).length,
    };
  });
  onBackgroundMessage('restoreFilter', async () => {
    await restoreFilter();
    return { restored: true };
  });
  onBackgroundMessage('setBadge', async ({ data, sender }) => {
    const { companies } = REQUESTS.setBadge.parse(data);
    const tabId = sender.tab?.id;
    if (tabId === undefined) return;
    await browser.action.setBadgeText({ tabId, text: companies > 0 ? String(companies) : '' });
    await browser.action.setBadgeBackgroundColor({ tabId, color: BADGE_COLOUR });
    await browser.action.setBadgeTextColor?.({ tabId, color: '#ffffff' });
  });
  onBackgroundMessage('openLibrary', async ({ data }) => {
    const query = new URLSearchParams(REQUESTS.openLibrary.parse(data));
    await browser.tabs.create({ url: urlOf(`/library.html${query.size > 0 ? `?${query}` : ''}`) });
  });

  browser.commands.onCommand.addListener(async (command) => {
    if (command !== 'next-footnote') return;
    const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
    // A page that cannot be read has nobody who answers; there is nothing to say then.
    if (tab?.id !== undefined) await askPage('nextFootnote', undefined, tab.id).catch(() => undefined);
  });
});

function hitOf(entry: {
  id: string;
  name: string;
  sectorWords: string;
  incidentCount: number;
  via?: string;
}): SearchHit {
  const { id, name, sectorWords, incidentCount, via } = entry;
  return { id, name, sector: sectorWords, incidentCount, ...(via ? { via } : {}) };
}
