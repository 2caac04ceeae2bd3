/** Asks the page’s script what it has found, patiently while it reads, and fetches the cards of what it names. */
import { askBackground } from '../../messaging/background';
import { askPage } from '../../messaging/page';
import type { CompanyOnPage, PageReport } from '../../messaging/protocol';
import type { CompanyCard } from '../../model/company-card';
import { isSiteOn, type Settings } from '../../model/settings';

/** A company on the page with its card. */
export interface NamedCompany extends CompanyOnPage {
  card: CompanyCard;
}

/** What the popup knows of the page. Each state has its own words on screen. */
export type PageState =
  | { state: 'asking' }
  /** Nobody answers: a store page, a PDF viewer, a browser page, or a page older than the extension. */
  | { state: 'unreadable' }
  | { state: 'off'; host: string }
  | { state: 'reading'; host: string }
  /** Reads or waits for longer than we do. */
  | { state: 'slow'; host: string }
  | { state: 'failed'; host: string }
  | { state: 'read'; host: string; companies: NamedCompany[] };

/** Incidents a card carries in the popup. */
export const CARD_INCIDENTS = 3;

const PAUSE = 300;
const GROWTH_PAUSE = 1500;
const ANSWER_LIMIT = 3000;
/** How often to ask again in each state before it is believed. */
const PATIENCE = { unreadable: 3, reading: 40, off: 10, failed: 6 } as const;

/**
 * Follows the page until the signal ends it or nothing more can come, telling `show` each state on the way. `settings` say what the page
 * is about to be where it has not followed a switch yet. Never rejects.
 */
export async function followPage(
  tabId: number | undefined,
  settings: Settings,
  show: (page: PageState) => void,
  signal: AbortSignal,
): Promise<void> {
  const tell = (page: PageState) => {
    if (!signal.aborted) show(page);
  };
  if (tabId === undefined) return tell({ state: 'unreadable' });
  let last = '';
  let asked = { unreadable: 0, reading: 0, off: 0, failed: 0 };
  while (!signal.aborted) {
    const report = await reportOf(tabId);
    const host = report?.host ?? '';
    const state = report?.state ?? 'unreadable';
    if (report && !isSiteOn(settings, host)) return tell({ state: 'off', host });
    if (report?.state === 'read') {
      const found = JSON.stringify(report);
      if (found !== last) tell(await withCards(report));
      last = found;
      // A page goes on growing while the popup is open.
      await new Promise((resolve) => setTimeout(resolve, GROWTH_PAUSE));
      continue;
    }
    last = '';
    const waiting = state as keyof typeof PATIENCE;
    asked = { ...asked, [waiting]: asked[waiting] + 1 };
    if (asked[waiting] >= PATIENCE[waiting]) {
      if (waiting === 'unreadable' || waiting === 'failed') return tell({ state: waiting, host });
      return tell({ state: 'slow', host });
    }
    // A first “failed” or “off” may be the past: the page is still following a switch or restored names.
    tell(report ? { state: 'reading', host } : { state: 'asking' });
    await new Promise((resolve) => setTimeout(resolve, PAUSE));
  }
}

/** What the page’s main frame reports; undefined where nobody answers in time. */
async function reportOf(tabId: number): Promise<PageReport | undefined> {
  const late = new Promise<undefined>((resolve) => setTimeout(resolve, ANSWER_LIMIT));
  const answer = askPage('reportPage', undefined, { tabId, frameId: 0 }).catch(() => undefined);
  return Promise.race([answer, late]);
}

async function withCards({ host, companies }: PageReport): Promise<PageState> {
  if (companies.length === 0) return { state: 'read', host, companies: [] };
  const ids = companies.map((company) => company.id);
  try {
    const cards = await askBackground('getCards', { companies: ids, onPage: ids, incidents: CARD_INCIDENTS });
    const byId = new Map(cards.map((card) => [card.id, card]));
    const named = companies.flatMap((company) => {
      const card = byId.get(company.id);
      return card ? [{ ...company, card }] : [];
    });
    // The page knows names that the store does not: the records are missing, not the companies.
    return named.length > 0 ? { state: 'read', host, companies: named } : { state: 'failed', host };
  } catch {
    return { state: 'failed', host };
  }
}
