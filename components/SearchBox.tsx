/** A search field with its results as a plain list of buttons: Tab and Enter are all it takes. */
import { countOf } from '../model/wording';

export interface SearchResult {
  id: string;
  name: string;
  sector: string;
  incidentCount: number;
  /** Why it was found where the name does not show it. */
  via?: string;
}

export interface SearchBoxProps {
  /** Id of the field; its results and their buttons take theirs from it. */
  id: string;
  label: string;
  placeholder?: string;
  query: string;
  results: readonly SearchResult[];
  /** Said to all: how many were found, or that none was. */
  status?: string;
  onQuery: (query: string) => void;
  onChoose: (companyId: string) => void;
}

export function SearchBox({ id, label, placeholder, query, results, status, onQuery, onChoose }: SearchBoxProps) {
  return (
    <search class="pf-search">
      <label class="pf-search-label" for={id}>
        {label}
      </label>
      <input
        class="pf-input"
        id={id}
        type="search"
        autocomplete="off"
        spellcheck={false}
        placeholder={placeholder}
        value={query}
        maxLength={200}
        onInput={(event) => onQuery(event.currentTarget.value)}
      />
      <p class={status ? 'pf-search-status pf-fine' : 'pf-hidden'} role="status">
        {status}
      </p>
      {results.length > 0 && (
        <ul class="pf-companies" aria-label="Search results">
          {results.map((result) => (
            <li class="pf-company" key={result.id}>
              <button
                type="button"
                class="pf-company-open"
                id={`${id}-${result.id}`}
                onClick={() => onChoose(result.id)}
              >
                <span class="pf-company-name">{result.name}</span>
                <span class="pf-company-line">
                  {countOf(result.incidentCount, 'incident')} on record, {result.sector}
                </span>
                {result.via && <span class="pf-company-line pf-fine">Found by: {result.via}</span>}
              </button>
            </li>
          ))}
        </ul>
      )}
    </search>
  );
}
