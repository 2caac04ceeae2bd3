/** What the popup says about the page: its companies, or why there are none. */
import { CompanyList } from '../../components/CompanyList';
import { Notice } from '../../components/Notice';
import { type Settings, siteOf } from '../../model/settings';
import { countOf } from '../../model/wording';
import type { PageState } from './ask-page';

export interface PageSectionProps {
  page: PageState;
  settings: Settings;
  onOpen: (companyId: string) => void;
  onShow: (companyId: string) => void;
  onRetry: () => void;
}

export function PageSection({ page, settings, onOpen, onShow, onRetry }: PageSectionProps) {
  const retry = { label: 'Try again', onAct: onRetry };
  if (!settings.enabled)
    return (
      <Notice title="Switched off everywhere">
        <p>No page is read until you switch it on again below. Search still works.</p>
      </Notice>
    );
  switch (page.state) {
    case 'asking':
      return <Notice title="Asking the page …" />;
    case 'reading':
      return <Notice title="Still reading this page …" />;
    case 'slow':
      return (
        <Notice title="This page is taking long" action={retry}>
          <p>It has not been read yet. If this lasts, reload the page.</p>
        </Notice>
      );
    case 'unreadable':
      return (
        <Notice title="This page cannot be read" action={retry}>
          <p>
            Browsers let no extension read their own pages, extension stores and PDF viewers. If it is an ordinary page
            that was open before Privacy Footnotes was installed or updated, reload it.
          </p>
        </Notice>
      );
    case 'failed':
      return (
        <Notice title="The records could not be loaded" problem action={retry}>
          <p>This says nothing about the companies on this page: they have not been looked up.</p>
        </Notice>
      );
    case 'off':
      return (
        <Notice title={page.host ? `Switched off on ${siteOf(page.host)}` : 'Switched off here'}>
          <p>Pages of this site are not read. The switch is below.</p>
        </Notice>
      );
    case 'read':
      if (page.companies.length === 0)
        return (
          <Notice title="No company on record is named on this page">
            <p>
              No record does not mean no sharing: it only means that this dataset holds nothing on the companies named
              here.
            </p>
          </Notice>
        );
      return (
        <>
          <h2 class="popup-heading">{countOf(page.companies.length, 'company', 'companies')} on record on this page</h2>
          <CompanyList
            label="Companies on this page"
            companies={page.companies.map(({ card, ...company }) => ({
              id: company.id,
              name: card.name,
              mentions: company.mentions,
              incidents: card.incidentCount,
              subject: company.subject,
            }))}
            onOpen={onOpen}
            onShow={onShow}
          />
        </>
      );
  }
}

/** The state in one line, for those who hear it change. */
export function pageInWords(page: PageState, settings: Settings): string {
  if (!settings.enabled) return 'Switched off everywhere';
  switch (page.state) {
    case 'asking':
    case 'reading':
      return 'Still reading this page';
    case 'slow':
      return 'This page is taking long';
    case 'unreadable':
      return 'This page cannot be read';
    case 'failed':
      return 'The records could not be loaded';
    case 'off':
      return 'Switched off on this site';
    case 'read':
      return page.companies.length === 0
        ? 'No company on record is named on this page'
        : `${countOf(page.companies.length, 'company', 'companies')} on record on this page`;
  }
}
