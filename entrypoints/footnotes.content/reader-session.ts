/** One run of the reader on this page: from switched on to switched off. */
import { browser } from 'wxt/browser';
import { askBackground } from '../../messaging/content-script';
import type { CardLook, DrawnCard, PageReport } from '../../messaging/protocol';
import type { Drawing } from '../../model/drawing';
import type { Settings } from '../../model/settings';
import { CardHost } from '../../page/card-host';
import { cardSlots } from '../../page/card-slots';
import type { PageMention } from '../../page/page-mentions';
import { PageReader } from '../../page/page-reader';
import { watchPointer } from '../../page/pointer';
import { putUpInSteps } from '../../page/put-up';
import { scrollToMention } from '../../page/scroll-to-mention';
import { sweepRemains } from '../../page/sweep-remains';
import { readFilter } from '../../store/names-filter';
import type { ContentScriptContext } from './script-context';

/** When the browser has surely cleared the badge of the page before, in milliseconds after a page came back. */
const BADGE_SETTLES_MS = 500;

/** Incidents that a card shows on the page; the library shows all. */
const INCIDENTS_SHOWN = 3;

/** What stands in the card's place until the background has drawn it, and where it cannot. */
const LOADING: Drawing = notice('pf-notice', 'Loading the record …');
const FAILED: Drawing = notice('pf-notice pf-notice-problem', 'The record could not be loaded', [
  'p',
  {},
  ['button', { type: 'button', class: 'pf-button', 'data-act': 'retry' }, 'Try again'],
]);

export interface ReaderSession {
  /** Resolves once the page was read; rejects where it could not be. */
  firstReading: Promise<void>;
  report(): Pick<PageReport, 'state' | 'companies'>;
  /** Goes to the next mention, of one company where given. False where there is none. */
  next(company?: string): boolean;
}

export interface ReaderSessionOptions {
  /** A change of settings begins a new session. */
  settings: Settings;
  context: Pick<ContentScriptContext, 'isInvalid'>;
  signal: AbortSignal;
  /** Called with whatever went wrong in talking to the background. */
  onError(error: unknown): void;
}

/** Starts reading the page; everything that it set up ends with the signal. Rejects where the names filter cannot be had. */
export async function startReaderSession(options: ReaderSessionOptions): Promise<ReaderSession> {
  const { settings, context, signal, onError } = options;
  const filter = (await readFilter(browser.storage.local)) ?? (await restoredFilter());
  signal.throwIfAborted();
  // A copy of this script that an update ended may have left something behind.
  sweepRemains();
  // Nothing tells an orphaned script that it is one; it looks when the reader comes back or moves.
  for (const type of ['visibilitychange', 'pointerover', 'focusin'])
    document.addEventListener(type, () => void context.isInvalid, { passive: true, capture: true, signal });
  const cards = new Map<string, DrawnCard>();
  let look: CardLook | undefined;
  let onPage = '';
  /** True where the last asking for cards had no answer. */
  let failed = false;
  /** Company of the card that was put up last. */
  let drawn: string | undefined;

  const host = new CardHost({
    css: () => look?.css ?? '',
    signal,
    theme: settings.theme,
    render,
    onAct(name, company) {
      if (name === 'close') host.close();
      if (name === 'open') askBackground('openLibrary', { company }).catch(onError);
      if (name === 'retry') fetchAll();
    },
    onClose: () => reader.mentions.setCurrent(undefined),
  });

  const reader = new PageReader({
    filter,
    read: (runs) => askBackground('readRuns', { host: location.hostname, runs }),
    showMarks: settings.marks,
    signal,
    onError,
    onChange: (companies) => {
      void fetchCards(companies.map((company) => company.id));
      showCount(companies.length);
    },
  });

  /** What the badge shows of this page. A page that names nobody has nothing to tell, and does not wake the background for it. */
  let shown = 0;
  function showCount(companies: number): void {
    if (!settings.badge || companies + shown === 0) return;
    shown = companies;
    askBackground('setBadge', { companies }).catch(onError);
  }
  // The browser clears the badge when it leaves a page, and brings the page back without a new script. It may clear
  // it a moment after the page is back, so the count is told twice.
  addEventListener(
    'pageshow',
    (event) => {
      if (!event.persisted) return;
      const tell = () => signal.aborted || showCount(reader.mentions.companies().length);
      tell();
      setTimeout(tell, BADGE_SETTLES_MS);
    },
    { signal },
  );

  async function fetchCards(ids: string[]): Promise<void> {
    const wanted = [...ids].sort().join(' ');
    if (wanted === onPage || ids.length === 0) return;
    onPage = wanted;
    failed = false;
    try {
      look ??= await askBackground('getCardLook');
      for (const card of await askBackground('drawCards', { companies: ids, onPage: ids, incidents: INCIDENTS_SHOWN }))
        cards.set(card.id, card);
    } catch (error) {
      onPage = '';
      failed = true;
      onError(error);
    }
    host.refresh();
  }

  function fetchAll(): void {
    void fetchCards(reader.mentions.companies().map((company) => company.id));
  }

  function render(frame: HTMLElement, mention: PageMention): Iterable<void> {
    const card = cards.get(mention.company);
    // What was unfolded in the card of another company stays with that company.
    if (drawn !== card?.id) for (const details of frame.querySelectorAll('details')) details.open = false;
    drawn = card?.id;
    if (!card) return putUpInSteps(frame, [failed ? FAILED : LOADING]);
    const here = reader.mentions.companies().find((company) => company.id === mention.company);
    return putUpInSteps(
      frame,
      [JSON.parse(card.drawing) as Drawing],
      cardSlots(card.name, mention, here, look?.reasons ?? {}),
    );
  }

  const open = (mention: PageMention, by: 'pointer' | 'tap' | 'keyboard', anchor?: Parameters<CardHost['open']>[2]) => {
    host.open(mention, by, anchor);
    reader.mentions.setCurrent(mention);
    if (!cards.has(mention.company)) fetchAll();
  };

  if (settings.marks)
    watchPointer({
      mentions: reader.mentions,
      signal,
      onSettle: ({ mention, anchor }) => host.prepare(mention, anchor),
      onLeave: () => host.discard(),
      onRest: ({ mention, anchor }) => open(mention, 'pointer', anchor),
      onTap: ({ mention, anchor }) => open(mention, 'tap', anchor),
      onMove: (x, y, inCard) => host.pointerMoved(x, y, inCard),
    });

  let last: PageMention | undefined;
  const next = (company?: string): boolean => {
    const mentions = reader.mentions.inOrder(company);
    const current = host.mention ?? last;
    const mention = mentions[current ? mentions.indexOf(current) + 1 : 0] ?? mentions[0];
    if (!mention) return false;
    last = mention;
    scrollToMention(mention);
    open(mention, 'keyboard');
    return true;
  };

  return {
    firstReading: reader.start(),
    report: () => ({ state: reader.isRead ? 'read' : 'reading', companies: reader.mentions.companies() }),
    next,
  };
}

function notice(kind: string, title: string, ...more: Drawing[]): Drawing {
  return ['div', { class: 'pf-card' }, ['div', { class: kind }, ['p', { class: 'pf-notice-title' }, title], ...more]];
}

async function restoredFilter() {
  await askBackground('restoreFilter');
  const filter = await readFilter(browser.storage.local);
  if (!filter) throw new Error('the names filter could not be loaded');
  return filter;
}
