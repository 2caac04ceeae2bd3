import { parseHTML } from 'linkedom';
import { type ComponentChild, render } from 'preact';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { CompanyCard } from '../../components/CompanyCard';
import { StatusLabel } from '../../components/StatusLabel';
import type { CompanyCard as Card, IncidentView } from '../../model/company-card';
import { STATUSES, type Status } from '../../model/vocabulary';

const INCIDENT: IncidentView = {
  id: 'partner-access',
  title: 'Examplebook gave partners access to messages',
  summary: 'A newsroom reported that Examplebook gave partners access to messages; it disputes that they were read.',
  date: '18 December 2018',
  isoDate: '2018-12-18',
  happened: '2010 to 2018',
  kinds: ['data shared with partners'],
  status: 'disputed',
  statusWords: 'disputed',
  role: 'recipient',
  roleWords: 'received the data',
  did: 'Had access that allowed reading private messages.',
  alleged: true,
  from: ['Examplebook'],
  to: ['Alpha', 'Beta', 'Gamma', 'Delta', 'Streamer'],
  dataTypes: ['private messages', 'names'],
  exposure: 'said to have been shared',
  people: [
    { count: 'up to 383 million records', claim: 'according to the company, 4 January 2019' },
    { count: 'up to 500 million people', claim: 'according to the company, 30 November 2018' },
  ],
  response: {
    text: 'Said that it never read any messages.',
    found: true,
    date: '19 December 2018',
    url: 'https://news.example/answer',
  },
  money: [],
  authorities: [],
  sources: [
    {
      title: 'The answer',
      publisher: 'Example News',
      date: '19 December 2018',
      url: 'https://news.example/answer',
      kind: 'newsroom',
    },
  ],
};

const CARD: Card = {
  id: 'streamer',
  name: 'Streamer',
  sector: 'media and entertainment',
  country: 'US',
  owner: { id: 'holding', name: 'Holding', incidentCount: 18 },
  owns: [],
  incidentCount: 5,
  incidents: [INCIDENT, { ...INCIDENT, id: 'second', title: 'A second incident' }],
};

let root: HTMLElement;

beforeEach(() => {
  const { document, Event } = parseHTML('<!doctype html><html><body><div id="root"></div></body></html>');
  vi.stubGlobal('document', document);
  vi.stubGlobal('Event', Event);
  root = document.getElementById('root') as unknown as HTMLElement;
});

function show(view: ComponentChild): string {
  render(view, root);
  return (root.textContent ?? '').replace(/\s+/g, ' ');
}

describe('CompanyCard', () => {
  it('shows claim, status and answer together, outside any disclosure', () => {
    show(<CompanyCard card={CARD} shown={1} headingId="h" />);
    for (const details of root.querySelectorAll('details')) details.remove();
    const text = root.textContent;
    expect(text).toContain(INCIDENT.did);
    expect(text).toContain('disputed');
    expect(text).toContain('Alleged');
    expect(text).toContain('Said that it never read any messages.');
  });

  it('says how and when the data left, in the words of the view', () => {
    const text = show(<CompanyCard card={CARD} shown={1} headingId="h" />);
    expect(text).toContain('Howsaid to have been shared');
    expect(text).toContain('When2010 to 2018');
  });

  it('keeps the answer of a folded incident in view', () => {
    show(<CompanyCard card={CARD} shown={2} headingId="h" />);
    const second = root.querySelectorAll('.pf-incident')[1];
    second?.querySelector('details')?.remove();
    expect(second?.textContent).toContain('Said that it never read any messages.');
  });

  it('says so where no answer was found', () => {
    const response = { text: 'No response found (searched 21 November 2026)', found: false, date: '' };
    const text = show(
      <CompanyCard card={{ ...CARD, incidents: [{ ...INCIDENT, response }] }} shown={1} headingId="h" />,
    );
    expect(text).toContain('What Streamer saysNo response found (searched 21 November 2026)');
  });

  it('says whether the page is about the company or only names it', () => {
    const about = show(<CompanyCard card={CARD} mention={{ count: 3, subject: true }} shown={1} headingId="h" />);
    expect(about).toContain('This page is about Streamer (3 mentions)');
    const passing = show(<CompanyCard card={CARD} mention={{ count: 1, subject: false }} shown={1} headingId="h" />);
    expect(passing).toContain('Named in passing on this page (1 mention)');
  });

  it('never hides its own company under “and more”', () => {
    const text = show(<CompanyCard card={CARD} shown={1} headingId="h" />);
    expect(text).toContain('Examplebook → to Streamer, Alpha, Beta, Gamma and 1 more');
  });

  it('keeps older figures with who said them and when', () => {
    const text = show(<CompanyCard card={CARD} shown={1} headingId="h" />);
    expect(text).toContain('up to 383 million records according to the company, 4 January 2019');
    expect(text).toContain('up to 500 million people, according to the company, 30 November 2018');
  });

  it('opens sources in a tab of their own that cannot reach back', () => {
    show(<CompanyCard card={CARD} shown={1} headingId="h" />);
    const links = [...root.querySelectorAll('a[href^="https:"]')];
    expect(links.length).toBeGreaterThan(0);
    for (const link of links) {
      expect(link.getAttribute('target')).toBe('_blank');
      expect(link.getAttribute('rel')).toBe('noopener noreferrer');
    }
  });

  it('leads to the owner and to all incidents', () => {
    const onOpenAll = vi.fn();
    const onOpenCompany = vi.fn();
    const text = show(
      <CompanyCard card={CARD} shown={1} headingId="h" onOpenAll={onOpenAll} onOpenCompany={onOpenCompany} />,
    );
    expect(text).toContain('Part of Holding, which has 18 incidents of its own on record');
    expect(text).toContain('All 5 incidents');
    for (const button of root.querySelectorAll('button')) button.dispatchEvent(new Event('click'));
    expect(onOpenCompany).toHaveBeenCalledWith('holding');
    expect(onOpenAll).toHaveBeenCalledWith('streamer');
  });

  it('folds nothing on a page of its own', () => {
    const text = show(<CompanyCard card={CARD} shown={1} headingId="h" full hrefOf={(id) => `?company=${id}`} />);
    expect(root.querySelectorAll('details')).toHaveLength(0);
    expect(text).toContain('A second incident');
    expect(root.querySelector('.pf-family a')?.getAttribute('href')).toBe('?company=holding');
  });

  it('carries no style attribute: the page’s policy may forbid it', () => {
    show(<CompanyCard card={CARD} shown={2} headingId="h" onClose={() => {}} />);
    expect(root.querySelectorAll('[style]')).toHaveLength(0);
  });
});

describe('StatusLabel', () => {
  it('has words and a shape for every status', () => {
    for (const [status, words] of Object.entries(STATUSES) as [Status, string][]) {
      expect(show(<StatusLabel status={status} words={words} />)).toBe(`Status: ${words}`);
      expect(root.querySelector('svg')?.innerHTML).toMatch(/<(circle|path)/);
    }
  });
});
