/** The card as it is drawn for pages: the same as Preact shows, for every company of the dataset. */
import { parseHTML } from 'linkedom';
import { render } from 'preact';
import { beforeEach, expect, it, vi } from 'vitest';
import { CompanyCard } from '../../components/CompanyCard';
import { drawCompanyCard } from '../../components/draw-company-card';
import { activeIncidents, companiesOf, companyCard } from '../../model/company-card';
import { cardContextOf, directoryOf } from '../../model/directory';
import { CARD_HEADING_ID, type Drawing } from '../../model/drawing';
import { rankIncidents } from '../../model/rank-incidents';
import { packFolder } from '../../tools/dataset';
import { putUp } from '../support/put-up';

vi.setConfig({ testTimeout: 60_000 });

const SHOWN = 2;
const { dataset } = packFolder();
const incidents = activeIncidents(dataset.incidents);
const context = cardContextOf(directoryOf(dataset.companies, incidents), dataset);
const CARDS = dataset.companies.map((company) => {
  const own = incidents.filter((incident) => companiesOf(incident).includes(company.id));
  return companyCard(company, rankIncidents(company.id, own, []).slice(0, SHOWN + 1), own.length, context);
});

let frame: HTMLElement;
beforeEach(() => {
  const { document } = parseHTML('<!doctype html><html><body><div></div></body></html>');
  vi.stubGlobal('document', document);
  frame = document.querySelector('div') as unknown as HTMLElement;
});

/** What is in the frame, whatever the order and the capitals of its attributes. */
function contentOf(node: Node): unknown {
  if (node.nodeType === 3) return node.nodeValue;
  const element = node as Element;
  const attributes = [...element.attributes].map(({ name, value }) => `${name.toLowerCase()}=${value}`);
  const children: unknown[] = [];
  for (const child of [...element.childNodes].map(contentOf))
    if (typeof child === 'string' && typeof children.at(-1) === 'string') children.push(children.pop() + child);
    else children.push(child);
  return [
    element.localName,
    // linkedom does not tell an empty class from none.
    attributes.filter((attribute) => attribute !== 'class=' && !attribute.startsWith('data-act=')).sort(),
    ...children.filter((child) => child !== ''),
  ];
}

it.each([true, false])('is put up as Preact shows it, for every company (subject: %s)', (subject) => {
  expect(CARDS.length).toBeGreaterThan(100);
  for (const card of CARDS) {
    const handler = () => {};
    render(
      <CompanyCard
        card={card}
        mention={{ count: 3, subject }}
        shown={SHOWN}
        headingId={CARD_HEADING_ID}
        onClose={handler}
        onOpenAll={handler}
        onOpenCompany={handler}
      />,
      frame,
    );
    const shown = contentOf(frame);
    render(null, frame);
    const drawing = JSON.parse(JSON.stringify(drawCompanyCard(card, SHOWN))) as Drawing;
    putUp(frame, [drawing], { [subject ? 'subject' : 'passing']: 'so', mentions: '3 mentions' });
    expect(contentOf(frame)).toEqual(shown);
    putUp(frame, []);
  }
});

const META = CARDS.find(({ id }) => id === 'meta');

it('has places for what only the page knows, which are empty until it is told', () => {
  if (!META) throw new Error('no card');
  const drawing = drawCompanyCard(META, SHOWN);
  putUp(frame, [drawing]);
  const bare = frame.textContent;
  for (const words of ['name or brand', 'This page', 'in passing', 'Why is this marked?'])
    expect(bare).not.toContain(words);
  putUp(frame, [drawing], { surface: 'Facebook', alias: 'Facebook', passing: 'so', why: 'a stock ticker follows' });
  expect(frame.querySelector('.pf-surface-name')?.textContent).toBe('“Facebook” is a name or brand of Meta');
  expect(frame.querySelector('.pf-mention')?.textContent).toBe('Named in passing on this page');
  expect(frame.querySelector('details.pf-why summary')?.textContent).toBe('Why is this marked?');
  expect(frame.querySelector('.pf-why p')?.textContent).toBe('“Facebook” was taken for Meta: a stock ticker follows.');
  putUp(frame, [drawing], { subject: 'so', mentions: '1 mention' });
  expect(frame.querySelector('.pf-mention-subject')?.textContent).toBe('This page is about Meta (1 mention)');
});

it('can be closed, and leads to its company and to others', () => {
  if (!META) throw new Error('no card');
  putUp(frame, [drawCompanyCard(META, SHOWN)]);
  const actions = [...frame.querySelectorAll('button')].map((button) => button.getAttribute('data-act'));
  expect(actions).toEqual(['close', ...META.owns.map(({ id }) => `open ${id}`), 'open meta']);
  expect(META.owns.length).toBeGreaterThan(0);
});
