/** One run of the reader on this page: from switched on to switched off. */
import { render } from 'preact';
import { CompanyCard } from '../../components/CompanyCard';
import cardCss from '../../components/card.css?inline';
import { Notice } from '../../components/Notice';
import themeCss from '../../components/theme.css?inline';
import { explain } from '../../mentions/explain';
import { companyOfHost, type NamesIndex } from '../../mentions/names-index';
import { askBackground } from '../../messaging/background';
import type { PageReport } from '../../messaging/protocol';
import type { CompanyCard as Card } from '../../model/company-card';
import type { Settings } from '../../model/settings';
import { CardHost } from '../../page/card-host';
import { liveRange } from '../../page/marks';
import type { PageMention } from '../../page/page-mentions';
import { PageReader } from '../../page/page-reader';
import { watchPointer } from '../../page/pointer';
import { scrollToMention } from '../../page/scroll-to-mention';

/** When the browser has surely cleared the badge of the page before, in milliseconds after a page came back. */
const BADGE_SETTLES_MS = 500;

/** Incidents that a card shows on the page; the library shows all. */
const INCIDENTS_SHOWN = 3;

export interface ReaderSession {
  report(): Pick<PageReport, 'state' | 'companies'>;
  /** Goes to the next mention, of one company where given. False where there is none. */
  next(company?: string): boolean;
}

export interface ReaderSessionOptions {
  index: NamesIndex;
  /** A change of settings begins a new session. */
  settings: Settings;
  signal: AbortSignal;
  /** Called with whatever went wrong in talking to the background. */
  onError(error: unknown): void;
}

/** Starts reading the page; everything that it set up ends with the signal. */
export function startReaderSession({ index, settings, signal, onError }: ReaderSessionOptions): ReaderSession {
  const cards = new Map<string, Card>();
  let onPage = '';
  /** True where the last asking for cards had no answer. */
  let failed = false;

  const host = new CardHost({
    css: themeCss + cardCss,
    signal,
    theme: settings.theme,
    render: (container, mention) => render(<MentionCard mention={mention} />, container),
    unmount: (container) => render(null, container),
    onClose: () => reader.mentions.setCurrent(undefined),
  });

  const reader = new PageReader({
    index,
    showMarks: settings.marks,
    ownCompany: companyOfHost(index, location.hostname),
    signal,
    isOwnNode: (node) => host.isOwnNode(node),
    onChange: (companies) => {
      void fetchCards(companies.map((company) => company.id));
      showCount(companies.length);
    },
  });

  function showCount(companies: number): void {
    askBackground('setBadge', { companies: settings.badge ? companies : -1 }).catch(onError);
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
      for (const card of await askBackground('getCards', { companies: ids, onPage: ids, incidents: INCIDENTS_SHOWN }))
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

  function MentionCard({ mention }: { mention: PageMention }) {
    const card = cards.get(mention.company);
    if (!card)
      return (
        <div class="pf-card">
          {failed ? (
            <Notice title="The record could not be loaded" problem action={{ label: 'Try again', onAct: fetchAll }} />
          ) : (
            <Notice title="Loading the record …" />
          )}
        </div>
      );
    const here = reader.mentions.companies().find((company) => company.id === mention.company);
    return (
      <CompanyCard
        card={card}
        headingId="pf-card-heading"
        mention={
          here
            ? {
                count: here.mentions,
                subject: here.subject,
                surface: liveRange(mention.range)?.toString(),
                why: explain(mention.weighed, true, mention.cues),
              }
            : undefined
        }
        shown={INCIDENTS_SHOWN}
        onClose={() => host.close()}
        onOpenAll={(company) => void askBackground('openLibrary', { company }).catch(onError)}
        onOpenCompany={(company) => void askBackground('openLibrary', { company }).catch(onError)}
      />
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
      isOwnNode: (node) => host.isOwnNode(node),
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

  void reader.start();
  return {
    report: () => ({ state: reader.isRead ? 'read' : 'reading', companies: reader.mentions.companies() }),
    next,
  };
}
