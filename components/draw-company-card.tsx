/** The card of a company as the background draws it for a page. */
import type { CompanyCard as Card } from '../model/company-card';
import { CARD_HEADING_ID, type Drawing } from '../model/drawing';
import { CompanyCard } from './CompanyCard';
import { draw } from './draw';

/**
 * Draws the card with its slots empty. Its actions are `close`, and `open` with the id of a company.
 * @param shown how many incidents stand open to view at first
 */
export function drawCompanyCard(card: Card, shown: number): Drawing {
  return draw((action) => (
    <CompanyCard
      card={card}
      mention="slots"
      shown={shown}
      headingId={CARD_HEADING_ID}
      onClose={action('close')}
      onOpenAll={action('open')}
      onOpenCompany={action('open')}
    />
  ));
}
