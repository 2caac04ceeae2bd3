/** One company with all its incidents; where an incident is asked for, the page goes to it. */
import { useEffect } from 'preact/hooks';
import { CompanyCard } from '../../components/CompanyCard';
import { Notice } from '../../components/Notice';
import { askBackground } from '../../messaging/background';
import type { LibraryPlace } from '../../messaging/protocol';
import type { CompanyCard as Card } from '../../model/company-card';
import { hrefOf } from './library-place';
import { useAnswer } from './use-answer';

/** More than any company has; as many as the background gives at once. */
const ALL_INCIDENTS = 500;
const HEADING = 'company';

export function CompanyPage({ place }: { place: LibraryPlace }) {
  const { answer, retry } = useAnswer(JSON.stringify(place), () => findCard(place));
  const card = answer.state === 'there' ? answer.value : undefined;

  useEffect(() => {
    if (!card) return;
    document.title = `${card.name}: Privacy Footnotes`;
    if (!place.incident) return;
    const heading = document.getElementById(`${HEADING}-${place.incident}`);
    heading?.focus({ preventScroll: true });
    heading?.scrollIntoView({ block: 'start' });
  }, [card, place.incident]);

  if (answer.state === 'loading') return <p role="status">Loading …</p>;
  if (answer.state === 'failed')
    return (
      <div role="alert">
        <Notice title="The record could not be loaded" problem action={{ label: 'Try again', onAct: retry }} />
      </div>
    );
  if (!card)
    return (
      <Notice title="No record in this dataset">
        <p>
          Nothing is recorded under “{place.company ?? place.incident}”. No record does not mean no sharing: it only
          means that this dataset holds nothing.
        </p>
      </Notice>
    );
  return (
    <CompanyCard
      card={card}
      shown={card.incidents.length}
      headingId={HEADING}
      full
      hrefOf={(company) => hrefOf({ company })}
    />
  );
}

/** The company that is asked for; for an incident alone, the one that gave or lost the data in it. */
async function findCard(place: LibraryPlace): Promise<Card | undefined> {
  const companies = place.company
    ? [place.company]
    : (await askBackground('listCompanies')).map((company) => company.id);
  const cards = await askBackground('getCards', { companies, onPage: [], incidents: ALL_INCIDENTS });
  if (place.company) return cards[0];
  const part = (card: Card) => card.incidents.find((incident) => incident.id === place.incident)?.role;
  const taking = cards.filter((card) => part(card) !== undefined);
  return taking.find((card) => ['discloser', 'breached', 'collector'].includes(part(card) ?? '')) ?? taking[0];
}
