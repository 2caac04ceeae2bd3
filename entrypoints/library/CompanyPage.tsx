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
  const { answer, retry } = useAnswer(place.company ?? '', () => findCard(place.company));
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
          Nothing is recorded under “{place.company}”. No record does not mean no sharing: it only means that this
          dataset holds nothing.
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

async function findCard(company: string | undefined): Promise<Card | undefined> {
  if (!company) return undefined;
  return (await askBackground('getCards', { companies: [company], onPage: [], incidents: ALL_INCIDENTS }))[0];
}
