/** The story that this project began with: our own article shows every company of it; an article about a harvest shows none. */
import { readFileSync } from 'node:fs';
import type { Page } from 'puppeteer-core';
import { beforeAll, expect, test } from 'vitest';
import { entriesOf, openPopupFor, tabIdOf, waitForBadge } from './support/extension-pages';
import { useSession } from './support/fixture';
import { hoverMark, marksOf, until, waitForMarks, waitForNoCard } from './support/session';

const session = useSession();
const read = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
const fixture = (name: string) => read(`tests/fixtures/pages/${name}.html`);

interface Record {
  title: string;
  responses: { company: string; text?: string; noneFound?: string }[];
}
const PARTNERS: Record = JSON.parse(read('data/incidents/2018/facebook-partner-data-access-2018.json'));
const CAMBRIDGE: Record = JSON.parse(read('data/incidents/2018/facebook-cambridge-analytica-2018.json'));

/** Each company of the story: how the article names it, its card's name, its id, what it is on record for, and where that stands. */
const STORY: { mark: string; name: string; id: string; first: Record; status: RegExp; part: string }[] = [
  { mark: 'Facebook', name: 'Meta', id: 'meta', part: 'more than 150 companies' },
  { mark: 'Netflix', name: 'Netflix', id: 'netflix', part: 'reading, writing and deleting users’ private messages' },
  { mark: 'Spotify', name: 'Spotify', id: 'spotify', part: 'reading, writing and deleting users’ private messages' },
  {
    mark: 'Royal Bank of Canada',
    name: 'Royal Bank of Canada',
    id: 'royal-bank-of-canada',
    part: 'reading, writing and deleting users’ private messages',
  },
  { mark: 'Dropbox', name: 'Dropbox', id: 'dropbox', part: 'messaging integration' },
  { mark: 'Microsoft', name: 'Microsoft', id: 'microsoft', part: 'Bing' },
  { mark: 'Bing', name: 'Microsoft', id: 'microsoft', part: 'Bing' },
  { mark: 'Amazon', name: 'Amazon', id: 'amazon', part: 'contact' },
  { mark: 'Sony', name: 'Sony', id: 'sony', part: 'e-mail addresses' },
  { mark: 'Apple', name: 'Apple', id: 'apple', part: 'calendar' },
  { mark: 'Yahoo', name: 'Yahoo', id: 'yahoo', part: 'friends’ posts' },
  { mark: 'Yandex', name: 'Yandex', id: 'yandex', part: 'identifiers' },
  { mark: 'Huawei', name: 'Huawei', id: 'huawei', part: 'contact lists' },
  { mark: 'BlackBerry', name: 'BlackBerry', id: 'blackberry', part: 'integration partner' },
  { mark: 'Pandora', name: 'Pandora', id: 'pandora', part: 'personalise' },
  { mark: 'Rotten Tomatoes', name: 'Rotten Tomatoes', id: 'rotten-tomatoes', part: 'films' },
  { mark: 'The New York Times', name: 'The New York Times', id: 'new-york-times', part: 'recommendations' },
].map((company) => ({ ...company, first: PARTNERS, status: /\bdisputed\b/i }));
STORY.push({
  mark: 'Cambridge Analytica',
  name: 'Cambridge Analytica',
  id: 'cambridge-analytica',
  first: CAMBRIDGE,
  status: /\badmitted by the company\b/i,
  part: 'political work',
});

/** What the card must say for a company's own answer: its words, or that none was found and when that was looked for. */
function answerOf({ first, id }: { first: Record; id: string }): string {
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
    expect(first).toMatch(company.status);
    expect(first).toContain(company.part);
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
