/**
 * The card of a company: who it is, what the page has to do with it, and what is on record. Used on the reader’s page,
 * in the popup and in the library. No hooks: for the page it is drawn in the background (docs/decisions/0008).
 */
import type { CompanyCard as Card, IncidentView } from '../model/company-card';
import { countOf } from '../model/wording';
import { IncidentEntry } from './IncidentEntry';

export interface CompanyCardProps {
  card: Card;
  /** How the page names it. `slots`: left to the page that the card is drawn for. Left out where there is no page. */
  mention?: { count: number; subject: boolean } | 'slots';
  /** How many incidents stand open to view at first; those that came along beyond them are behind a disclosure. */
  shown: number;
  /** Id of the heading with the company’s name, for `aria-labelledby` and for focus. */
  headingId: string;
  /** True on a page of its own: everything is open, and there is no way to “all incidents”. */
  full?: boolean;
  onOpenAll?: (companyId: string) => void;
  /** Opens the owner, or a company that this one owns. */
  onOpenCompany?: (companyId: string) => void;
  /** Address of a company’s own page, where there is one: links instead of buttons. */
  hrefOf?: (companyId: string) => string;
  onClose?: () => void;
}

export function CompanyCard(props: CompanyCardProps) {
  const { card, mention, shown, headingId, full = false, onOpenAll, onClose } = props;
  const first = full ? card.incidents : card.incidents.slice(0, shown);
  const rest = full ? [] : card.incidents.slice(shown);
  return (
    <div class={full ? 'pf-card pf-card-full' : 'pf-card'}>
      <header class="pf-head">
        <div class="pf-head-row">
          <h2 class="pf-name" id={headingId} tabIndex={-1}>
            {card.name}
          </h2>
          {onClose && (
            <button type="button" class="pf-close" aria-label="Close" onClick={onClose}>
              <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
                <path d="M3.5 3.5l9 9M12.5 3.5l-9 9" fill="none" stroke="currentColor" stroke-width="1.6" />
              </svg>
            </button>
          )}
        </div>
        {mention === 'slots' && (
          <slot name="alias">
            <p class="pf-surface-name">
              “<slot name="surface" />” is a name or brand of {card.name}
            </p>
          </slot>
        )}
        <p class="pf-sector">{[card.sector, countryInWords(card.country)].filter(Boolean).join(', ')}</p>
        <p class="pf-count">
          {card.incidentCount > 0
            ? `${countOf(card.incidentCount, 'incident')} on record`
            : 'No incident of its own on record'}
        </p>
        <Named {...props} />
        <Family {...props} />
      </header>
      {first.length > 0 && <Incidents {...props} incidents={first} from={0} />}
      {rest.length > 0 && (
        <details class="pf-rest">
          <summary>Show {countOf(rest.length, 'more incident')}</summary>
          <Incidents {...props} incidents={rest} from={first.length} />
        </details>
      )}
      {mention === 'slots' && (
        <slot name="why">
          <details class="pf-why">
            <summary>Why is this marked?</summary>
            <p>
              “<slot name="surface" />” was taken for {card.name}: <slot name="why" />.
            </p>
          </details>
        </slot>
      )}
      {!full && onOpenAll && card.incidentCount > 0 && (
        <p class="pf-all">
          <button type="button" class="pf-button" onClick={() => onOpenAll(card.id)}>
            {card.incidentCount === 1 ? 'Open the full record' : `All ${countOf(card.incidentCount, 'incident')}`}
          </button>
        </p>
      )}
    </div>
  );
}

/** What the page has to do with the company. */
function Named({ card, mention }: CompanyCardProps) {
  if (!mention) return null;
  const line = (subject: boolean, count: preact.ComponentChildren) => (
    <p class={subject ? 'pf-mention pf-mention-subject' : 'pf-mention'}>
      {subject ? `This page is about ${card.name}` : 'Named in passing on this page'}
      {count}
    </p>
  );
  const inBrackets = (count: preact.ComponentChildren) => <span class="pf-fine"> ({count})</span>;
  if (mention !== 'slots')
    return line(mention.subject, mention.count > 0 && inBrackets(countOf(mention.count, 'mention')));
  const count = <slot name="mentions">{inBrackets(<slot name="mentions" />)}</slot>;
  return (
    <>
      <slot name="subject">{line(true, count)}</slot>
      <slot name="passing">{line(false, count)}</slot>
    </>
  );
}

function Incidents(props: CompanyCardProps & { incidents: readonly IncidentView[]; from: number }) {
  const { card, headingId, full = false, incidents, from } = props;
  return (
    <ol class="pf-incidents">
      {incidents.map((incident, index) => (
        <li class="pf-incident" key={incident.id}>
          <IncidentEntry
            incident={incident}
            company={card.name}
            headingId={`${headingId}-${incident.id}`}
            open={full || from + index === 0}
            full={full}
          />
        </li>
      ))}
    </ol>
  );
}

/** Who owns the company and what it owns: incidents of the one are not incidents of the other. */
function Family(props: CompanyCardProps) {
  const { owner, owns } = props.card;
  return (
    <>
      {owner && (
        <p class="pf-family">
          Part of <CompanyName {...props} company={owner} />
          {owner.incidentCount > 0 && `, which has ${countOf(owner.incidentCount, 'incident')} of its own on record`}
        </p>
      )}
      {owns.length > 0 && (
        <p class="pf-family">
          Owns{' '}
          {owns.map((company, index) => (
            <span key={company.id}>
              {index > 0 && (index === owns.length - 1 ? ' and ' : ', ')}
              <CompanyName {...props} company={company} /> ({countOf(company.incidentCount, 'incident')})
            </span>
          ))}
        </p>
      )}
    </>
  );
}

function CompanyName(props: CompanyCardProps & { company: { id: string; name: string } }) {
  const { company, hrefOf, onOpenCompany } = props;
  if (hrefOf) return <a href={hrefOf(company.id)}>{company.name}</a>;
  if (!onOpenCompany) return <>{company.name}</>;
  return (
    <button type="button" class="pf-link" onClick={() => onOpenCompany(company.id)}>
      {company.name}
    </button>
  );
}

/** `US` as “United States”; a code that the browser does not know stays out. */
function countryInWords(code: string): string {
  try {
    return new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' }).of(code) ?? '';
  } catch {
    return '';
  }
}
