/** The companies that a page names, each with a way to its record and to its mention. */
import { countOf } from '../model/wording';

export interface ListedCompany {
  id: string;
  name: string;
  /** Mentions on the page. */
  mentions: number;
  /** Incidents on record. */
  incidents: number;
  /** True where the page is about it. */
  subject: boolean;
}

export interface CompanyListProps {
  companies: readonly ListedCompany[];
  label: string;
  onOpen: (companyId: string) => void;
  /** Shows the mention on the page. */
  onShow: (companyId: string) => void;
}

export function CompanyList({ companies, label, onOpen, onShow }: CompanyListProps) {
  return (
    <ul class="pf-companies" aria-label={label}>
      {companies.map((company) => (
        <li class="pf-company" key={company.id}>
          <button type="button" class="pf-company-open" id={`pf-open-${company.id}`} onClick={() => onOpen(company.id)}>
            <span class="pf-company-name">{company.name}</span>
            <span class="pf-company-line">
              {company.incidents > 0
                ? `${countOf(company.incidents, 'incident')} on record`
                : 'no incident of its own on record'}
            </span>
            <span class="pf-company-line pf-fine">
              {company.subject ? 'This page is about it' : 'Named in passing'}
              {company.mentions > 0 && `, ${countOf(company.mentions, 'mention')}`}
            </span>
          </button>
          {company.mentions > 0 && (
            <button
              type="button"
              class="pf-button pf-button-small"
              aria-label={`Show ${company.name} on the page`}
              onClick={() => onShow(company.id)}
            >
              Show
            </button>
          )}
        </li>
      ))}
    </ul>
  );
}
