/** All companies with a record, by name, narrowed down by what is typed. */
import { useState } from 'preact/hooks';
import { Notice } from '../../components/Notice';
import { askBackground } from '../../messaging/background';
import type { SearchHit } from '../../messaging/protocol';
import { countOf } from '../../model/wording';
import { hrefOf } from './library-place';
import { useAnswer } from './use-answer';

export function AllCompanies() {
  const { answer, retry } = useAnswer('all', () => askBackground('listCompanies'));
  if (answer.state === 'loading') return <p role="status">Loading …</p>;
  if (answer.state === 'failed')
    return (
      <div role="alert">
        <Notice title="The records could not be loaded" problem action={{ label: 'Try again', onAct: retry }} />
      </div>
    );
  return <Companies companies={answer.value} />;
}

function Companies({ companies }: { companies: readonly SearchHit[] }) {
  const [typed, setTyped] = useState('');
  const words = plain(typed).split(/\s+/).filter(Boolean);
  const shown = companies.filter((company) => {
    const text = plain(`${company.name} ${company.sector} ${company.via ?? ''}`);
    return words.every((word) => text.includes(word));
  });
  return (
    <>
      <search class="library-filter">
        <label for="filter">Filter by name or sector</label>
        <input
          class="pf-input"
          id="filter"
          type="search"
          autocomplete="off"
          spellcheck={false}
          value={typed}
          onInput={(event) => setTyped(event.currentTarget.value)}
        />
        <p class="pf-fine" role="status">
          {shown.length === companies.length
            ? `${countOf(companies.length, 'company', 'companies')} on record`
            : `${shown.length} of ${countOf(companies.length, 'company', 'companies')}`}
        </p>
      </search>
      {shown.length > 0 ? (
        <ul class="library-companies" aria-label="Companies">
          {shown.map((company) => (
            <li key={company.id}>
              <a class="library-company" href={hrefOf({ company: company.id })}>
                {company.name}
              </a>
              <span>
                {countOf(company.incidentCount, 'incident')}, {company.sector}
              </span>
            </li>
          ))}
        </ul>
      ) : (
        <Notice title={`No record matches “${typed.trim()}”`}>
          <p>No record does not mean no sharing: it only means that nothing is recorded here.</p>
        </Notice>
      )}
    </>
  );
}

/** Lower case and without accents, so that “nestle” finds “Nestlé”. */
function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().trim();
}
