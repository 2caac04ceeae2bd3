/** A company’s card in place of the list. */
import { useEffect, useState } from 'preact/hooks';
import { CompanyCard } from '../../components/CompanyCard';
import { Notice } from '../../components/Notice';
import { askBackground } from '../../messaging/background';
import type { CompanyCard as Card } from '../../model/company-card';
import { CARD_INCIDENTS, type NamedCompany } from './ask-page';

export interface CardSectionProps {
  companyId: string;
  /** The companies named on the page; their cards are at hand. */
  named: readonly NamedCompany[];
  onBack: () => void;
  onShow: (companyId: string) => void;
  onOpenAll: (companyId: string) => void;
  onOpenCompany: (companyId: string) => void;
}

const HEADING = 'card-heading';

export function CardSection({ companyId, named, onBack, onShow, onOpenAll, onOpenCompany }: CardSectionProps) {
  const onPage = named.find((company) => company.id === companyId);
  const [attempt, setAttempt] = useState(0);
  const card = useCard(companyId, onPage?.card, named, attempt);

  // Focus follows into the card, to the company’s name; until it is there, to the way back.
  const ready = typeof card === 'object';
  // A card opened from a card moves the focus again.
  useEffect(() => {
    document.getElementById(ready ? HEADING : 'card-back')?.focus();
  }, [ready, companyId]);

  return (
    <>
      <div class="popup-bar">
        <button type="button" class="pf-button pf-button-small" id="card-back" onClick={onBack}>
          Back
        </button>
        {onPage && onPage.mentions > 0 && (
          <button type="button" class="pf-button pf-button-small" onClick={() => onShow(companyId)}>
            Show on page
          </button>
        )}
      </div>
      {card === 'loading' && <Notice title="Loading the record …" />}
      {card === 'missing' && (
        <Notice title="No record in this dataset">
          <p>No record does not mean no sharing: it only means that nothing is recorded here.</p>
        </Notice>
      )}
      {card === 'failed' && (
        <Notice
          title="The record could not be loaded"
          problem
          action={{ label: 'Try again', onAct: () => setAttempt(attempt + 1) }}
        />
      )}
      {typeof card === 'object' && (
        <CompanyCard
          key={card.id}
          card={card}
          mention={onPage && { count: onPage.mentions, subject: onPage.subject }}
          shown={CARD_INCIDENTS}
          headingId={HEADING}
          onOpenAll={onOpenAll}
          onOpenCompany={onOpenCompany}
        />
      )}
    </>
  );
}

type CardState = Card | 'loading' | 'failed' | 'missing';

function useCard(
  companyId: string,
  atHand: Card | undefined,
  named: readonly NamedCompany[],
  attempt: number,
): CardState {
  const [fetched, setFetched] = useState<{ id: string; attempt: number; state: CardState }>();
  const missing = atHand === undefined;

  // Asked once a company and attempt, not whenever the list changes.
  useEffect(() => {
    if (!missing) return;
    let stale = false;
    const set = (state: CardState) => !stale && setFetched({ id: companyId, attempt, state });
    const onPage = named.map((company) => company.id);
    askBackground('getCards', { companies: [companyId], onPage, incidents: CARD_INCIDENTS }).then(
      (cards) => set(cards[0] ?? 'missing'),
      () => set('failed'),
    );
    return () => {
      stale = true;
    };
  }, [companyId, missing, attempt]);

  if (atHand) return atHand;
  return fetched?.id === companyId && fetched.attempt === attempt ? fetched.state : 'loading';
}
