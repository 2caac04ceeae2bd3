/** The story that this project began with: our own article shows every company of it; an article about a harvest shows none. */
import { readFileSync } from 'node:fs';
import type { Page } from 'puppeteer-core';
import { beforeAll, expect, test } from 'vitest';
import type { Incident } from '../../model/incident';
import { STATUSES } from '../../model/vocabulary';
import { entriesOf, openPopupFor, tabIdOf, waitForBadge } from './support/extension-pages';
import { useSession } from './support/fixture';
import { hoverMark, marksOf, until, waitForMarks, waitForNoCard } from './support/session';

const session = useSession();
const read = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
const fixture = (name: string) => read(`tests/fixtures/pages/${name}.html`);

const PARTNERS: Incident = JSON.parse(read('data/incidents/2018/facebook-partner-data-access-2018.json'));
const CAMBRIDGE: Incident = JSON.parse(read('data/incidents/2018/facebook-cambridge-analytica-2018.json'));

/** Each company of the story: how the article names it, its card's name, its id, and the record that must come first. */
const STORY: { mark: string; name: string; id: string; first: Incident }[] = [
  ['Facebook', 'Meta', 'meta'],
  ['Netflix', 'Netflix', 'netflix'],
  ['Spotify', 'Spotify', 'spotify'],
  ['Royal Bank of Canada', 'Royal Bank of Canada', 'royal-bank-of-canada'],
  ['Dropbox', 'Dropbox', 'dropbox'],
  ['Microsoft', 'Microsoft', 'microsoft'],
  ['Bing', 'Microsoft', 'microsoft'],
  ['Amazon', 'Amazon', 'amazon'],
  ['Sony', 'Sony', 'sony'],
  ['Apple', 'Apple', 'apple'],
  ['Yahoo', 'Yahoo', 'yahoo'],
  ['Yandex', 'Yandex', 'yandex'],
  ['Huawei', 'Huawei', 'huawei'],
  ['BlackBerry', 'BlackBerry', 'blackberry'],
  ['Pandora', 'Pandora', 'pandora'],
  ['Rotten Tomatoes', 'Rotten Tomatoes', 'rotten-tomatoes'],
  ['The New York Times', 'The New York Times', 'new-york-times'],
].map(([mark = '', name = '', id = '']) => ({ mark, name, id, first: PARTNERS }));
STORY.push({ mark: 'Cambridge Analytica', name: 'Cambridge Analytica', id: 'cambridge-analytica', first: CAMBRIDGE });

/** What the card must say for a company's own answer: its words, or that none was found and when that was looked for. */
function answerOf({ first, id }: { first: Incident; id: string }): string {
  const response = first.responses.find((one) => one.company === id);
  return response?.text ?? 'No response found (searched ';
}

let page: Page;
beforeAll(async () => {
  page = await session.current.open('http://story.test/', fixture('facebook-partners'));
  await until(
    () => marksOf(page),
    (marks) => marks.length >= STORY.length,
    'the marks of the story',
  );
});

test('every company of the story is marked, and nothing else is', async () => {
  const marked = new Set(await marksOf(page));
  expect([...marked].sort()).toEqual(STORY.map(({ mark }) => mark).sort());
});

test.each(STORY)(
  '$mark: the right incident comes first, with its status in words and the company’s own answer',
  async (company) => {
    await page.bringToFront();
    const card = await hoverMark(page, company.mark, ' on record');
    expect(card.label).toBe(company.name);
    const [first = '', ...others] = card.incidents;
    expect(first.split('\n')[0]).toBe(company.first.title);
    expect(first.toLowerCase()).toContain(STATUSES[company.first.status]);
    expect(first).toContain(company.first.parties.find((party) => party.company === company.id)?.did ?? 'no part');
    expect(first).toContain(answerOf(company));
    expect(card.text).toMatch(new RegExp(`What ${company.name} says`, 'i'));
    // No other company's answer stands for its own.
    for (const response of company.first.responses)
      if (response.text && response.company !== company.id) expect(first).not.toContain(response.text);
    expect(others.length).toBeLessThanOrEqual(2);
    await page.keyboard.press('Escape');
    await waitForNoCard(page);
    await page.mouse.move(1, 1);
  },
);

test('the popup lists them all, Facebook first; the badge counts them', async () => {
  const companies = new Set(STORY.map(({ name }) => name));
  const popup = await openPopupFor(session.current, page);
  const entries = await until(
    () => entriesOf(popup, 'Companies on this page'),
    (seen) => seen.length > 0,
    'the list',
  );
  expect(new Set(entries.map(([name]) => name))).toEqual(companies);
  expect(entries[0]?.[0]).toBe('Meta');
  expect(entries[0]?.join(' ')).toContain('This page is about it');
  await waitForBadge(session.current, await tabIdOf(session.current, page), String(companies.size));
  await popup.close();
});

test('apples, rivers, targets, rings, lenses and visas: no mark at all', async () => {
  const harvest = await session.current.open('http://harvest.test/', fixture('harvest'));
  const tab = await tabIdOf(session.current, harvest);
  const popup = await openPopupFor(session.current, harvest);
  await until(
    () => popup.evaluate(() => document.body.innerText),
    (text) => text.includes('No company on record is named on this page'),
    'the page to be read',
  );
  await harvest.bringToFront();
  expect(await marksOf(harvest)).toEqual([]);
  await waitForBadge(session.current, tab, '');
  // It is read: a name that comes later is marked.
  await harvest.evaluate(() => document.querySelector('article')?.insertAdjacentHTML('beforeend', '<p>Netflix</p>'));
  await waitForMarks(harvest, ['Netflix']);
  await popup.close();
  await harvest.close();
});
