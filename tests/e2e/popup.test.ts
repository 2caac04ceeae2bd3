/** The popup: the page's companies, their cards, search, switches, and its different words for having nothing to show. */
import type { Page } from 'puppeteer-core';
import { expect, test } from 'vitest';
import { breakBackground } from './support/background';
import {
  control,
  deskOf,
  entriesOf,
  isOn,
  openPopupBeside,
  openPopupFor,
  press,
  putSettings,
  tabIds,
  textOf,
  waitForText,
} from './support/extension-pages';
import { html, useSession } from './support/fixture';
import { marksOf, until, waitForCard, waitForMarks } from './support/session';

const session = useSession();
const LIST = 'Companies on this page';
const RESULTS = 'Search results';

const NOTHING_HERE = 'No company on record is named on this page';
const UNREADABLE = 'This page cannot be read';
const NOT_LOADED = 'The records could not be loaded';

const waitForList = (popup: Page, names: string[]) =>
  until(
    () => entriesOf(popup, LIST),
    (entries) => JSON.stringify(entries.map(([name]) => name)) === JSON.stringify(names),
    `the list ${names}`,
  );

test('the page’s companies with their counts, the most relevant first', async () => {
  const page = await session.current.open(
    'http://list.test/',
    html(
      '<p>Spotify, then Spotify, then Dropbox. Later came Netflix.</p><p>And Microsoft, and Microsoft again, Microsoft.</p>',
      'What Netflix answered',
    ),
  );
  await waitForMarks(page, ['Spotify', 'Spotify', 'Dropbox', 'Netflix', 'Microsoft', 'Microsoft', 'Microsoft']);
  const popup = await openPopupFor(session.current, page);
  await waitForText(popup, '4 companies on record on this page');
  // What the page is about comes first (its title, a good part of its mentions), then the number of mentions.
  const entries = await waitForList(popup, ['Microsoft', 'Netflix', 'Spotify', 'Dropbox']);
  const lines = Object.fromEntries(entries.map(([name = '', ...rest]) => [name, rest.join(' | ')]));
  expect(lines.Netflix).toMatch(/\d+ incidents? on record \| This page is about it, 1 mention/);
  expect(lines.Microsoft).toMatch(/\d+ incidents? on record \| This page is about it, 3 mentions/);
  expect(lines.Spotify).toMatch(/\d+ incidents? on record \| Named in passing, 2 mentions/);
  expect(lines.Dropbox).toMatch(/\d+ incidents? on record \| Named in passing, 1 mention/);
  await popup.close();
  await page.close();
});

test('a card opens in place of the list, and the list comes back', async () => {
  const page = await session.current.open('http://in-place.test/', html('<p>Netflix and Spotify</p>'));
  await waitForMarks(page, ['Netflix', 'Spotify']);
  const popup = await openPopupFor(session.current, page);
  await waitForList(popup, ['Netflix', 'Spotify']);
  await press(popup, 'Netflix');
  const card = await waitForText(popup, 'What Netflix says');
  expect(card).toContain('private messages');
  expect(card).toMatch(/disputed/i);
  expect(card).toContain('18 December 2018');
  expect(await entriesOf(popup, LIST)).toEqual([]);
  await press(popup, 'Back');
  await waitForList(popup, ['Netflix', 'Spotify']);
  await popup.close();
  await page.close();
});

test('“show on page” brings the page to the mention and opens the card there', async () => {
  const far = '<p>Plain words.</p>'.repeat(120);
  const page = await session.current.open('http://show.test/', html(`<p>Netflix</p>${far}<p>Spotify</p>${far}`));
  await waitForMarks(page, ['Netflix', 'Spotify']);
  const popup = await openPopupFor(session.current, page);
  await waitForList(popup, ['Netflix', 'Spotify']);
  await press(popup, 'Show Spotify on the page');
  await until(
    () => page.evaluate(() => document.visibilityState),
    (state) => state === 'visible',
    'the page in front',
  );
  expect((await waitForCard(page, 'What Spotify says')).label).toBe('Spotify');
  const mark = await page.evaluate(() => {
    const place = [...document.querySelectorAll('p')].find((p) => p.textContent === 'Spotify')?.getBoundingClientRect();
    return { top: place?.top ?? -1, bottom: place?.bottom ?? Number.POSITIVE_INFINITY, height: innerHeight };
  });
  expect(mark.top).toBeGreaterThanOrEqual(0);
  expect(mark.bottom).toBeLessThanOrEqual(mark.height);
  // From the card in the popup, too.
  await press(popup, 'Netflix');
  await press(popup, 'Show on page');
  await until(
    () => page.evaluate(() => document.visibilityState),
    (state) => state === 'visible',
    'the page in front',
  );
  await waitForCard(page, 'What Netflix says');
  expect(await page.evaluate(() => scrollY)).toBe(0);
  await popup.close();
  await page.close();
});

test('search finds companies that the page does not name, by brand and with a slip of the finger', async () => {
  const page = await session.current.open('http://search.test/', html('<p>Netflix</p>'));
  await waitForMarks(page, ['Netflix']);
  const popup = await openPopupFor(session.current, page);
  await waitForList(popup, ['Netflix']);
  const search = async (query: string) => {
    const field = await control(popup, 'Search all records');
    // As a person clears it: a value set from outside is put back when a late answer is drawn. A list that is drawn late may take the focus.
    await until(
      async () => {
        await field.focus();
        await popup.keyboard.down('Control');
        await popup.keyboard.press('a');
        await popup.keyboard.up('Control');
        await popup.keyboard.press('Backspace');
        return popup.$eval('input[type=search]', (input) => input.value);
      },
      (value) => value === '',
      'an empty field',
    );
    await field.type(query);
  };
  const waitForFirst = (name: string) =>
    until(
      () => entriesOf(popup, RESULTS),
      (found) => found[0]?.[0] === name,
      `${name} found first`,
    );

  await search('Equifax');
  expect((await waitForFirst('Equifax'))[0]?.[1]).toMatch(/\d+ incidents? on record/);
  expect(await entriesOf(popup, LIST), 'the page’s list makes room').toEqual([]);
  await search('Sheraton');
  expect((await waitForFirst('Marriott'))[0]?.join(' ')).toContain('Sheraton');
  await search('Spotfy');
  await waitForFirst('Spotify');
  await search('cambrige analytca');
  await waitForFirst('Cambridge Analytica');
  await search('Nobody Whatsoever Incorporated');
  await waitForText(popup, 'No record matches “Nobody Whatsoever Incorporated”');
  expect(await textOf(popup)).toContain('No record does not mean no sharing');

  await search('Sheraton');
  await waitForFirst('Marriott');
  await press(popup, 'Marriott');
  await waitForText(popup, 'What Marriott says');
  expect(await textOf(popup)).not.toContain('Show on page');
  await press(popup, 'Back');
  await waitForFirst('Marriott');
  await search(' ');
  await waitForList(popup, ['Netflix']);
  await popup.close();
  await page.close();
});

test('the switch of a site: its marks vanish and come back, other sites are not touched', async () => {
  const off = await session.current.open('http://www.off.test/', html('<p>Netflix</p>'));
  const other = await session.current.open('http://other.test/', html('<p>Spotify</p>'));
  await waitForMarks(off, ['Netflix']).catch(() => undefined);
  await waitForMarks(other, ['Spotify']);
  await off.bringToFront();
  await waitForMarks(off, ['Netflix']);
  const popup = await openPopupFor(session.current, off);
  expect(await isOn(popup, 'Read pages of off.test')).toBe(true);
  await press(popup, 'Read pages of off.test');
  await waitForMarks(off, []);
  await waitForText(popup, 'Switched off on off.test');
  expect(await isOn(popup, 'Read pages of off.test')).toBe(false);
  expect(await isOn(popup, 'Read pages everywhere')).toBe(true);
  await other.bringToFront();
  await waitForMarks(other, ['Spotify']);
  // A page of that site that is opened now is not read either; one of another site is.
  const sub = await session.current.open('http://news.off.test/', html('<p>Netflix</p>'));
  const fresh = await session.current.open('http://fresh.test/', html('<p>Netflix</p>'));
  await waitForMarks(fresh, ['Netflix']);
  expect(await marksOf(sub)).toEqual([]);

  await press(popup, 'Read pages of off.test');
  await off.bringToFront();
  await waitForMarks(off, ['Netflix']);
  await sub.bringToFront();
  await waitForMarks(sub, ['Netflix']);
  await popup.bringToFront();
  await waitForList(popup, ['Netflix']);
  for (const one of [popup, off, other, sub, fresh]) await one.close();
});

test('the switch for everywhere', async () => {
  const page = await session.current.open('http://everywhere.test/', html('<p>Netflix</p>'));
  await waitForMarks(page, ['Netflix']);
  const popup = await openPopupFor(session.current, page);
  await waitForList(popup, ['Netflix']);
  await press(popup, 'Read pages everywhere');
  await waitForMarks(page, []);
  await waitForText(popup, 'Switched off everywhere');
  // Search is not reading.
  await (await control(popup, 'Search all records')).type('Equifax');
  await until(
    () => entriesOf(popup, RESULTS),
    (found) => found[0]?.[0] === 'Equifax',
    'a search result',
  );
  await press(popup, 'Read pages everywhere');
  await page.bringToFront();
  await waitForMarks(page, ['Netflix']);
  await popup.close();
  await page.close();
});

test('no company on record is one thing', async () => {
  const page = await session.current.open('http://quiet.test/', html('<p>Nobody is named here.</p>'));
  const popup = await openPopupFor(session.current, page);
  const text = await waitForText(popup, NOTHING_HERE);
  expect(text).toContain('No record does not mean no sharing');
  expect(text).not.toContain(UNREADABLE);
  expect(text).not.toContain(NOT_LOADED);
  await popup.close();
  await page.close();
});

test('a page that cannot be read is another: empty tabs, data addresses, the extension’s own pages', async () => {
  await deskOf(session.current);
  for (const address of ['about:blank', 'data:text/html,<p>Netflix</p>', '/library.html']) {
    const before = await tabIds(session.current);
    const page = address.startsWith('/')
      ? await session.current.openExtensionPage(address)
      : await session.current.browser.newPage();
    if (address.startsWith('data:')) await page.goto(address);
    const [id] = (await tabIds(session.current)).filter((one) => !before.includes(one));
    const popup = await session.current.openExtensionPage(`/popup.html?tab=${id}`);
    const text = await waitForText(popup, UNREADABLE);
    expect(text, address).not.toContain(NOTHING_HERE);
    expect(text, address).not.toContain(NOT_LOADED);
    await popup.close();
    await page.close();
  }
});

test('records that could not be loaded are a third; “try again” finds them', async () => {
  const broken = await breakBackground(session.current);
  const page = await session.current.open('http://broken.test/', html('<p>Netflix</p>'));
  const popup = await openPopupFor(session.current, page);
  const text = await waitForText(popup, NOT_LOADED);
  expect(text).not.toContain(NOTHING_HERE);
  expect(text).not.toContain(UNREADABLE);
  await (await control(popup, 'Search all records')).type('Netflix');
  await waitForText(popup, 'The search could not be done');
  await broken.mend();
  await popup.$eval('input[type=search]', (field) => {
    field.value = '';
    field.dispatchEvent(new Event('input', { bubbles: true }));
  });
  await press(popup, 'Try again');
  await waitForList(popup, ['Netflix']);
  await page.bringToFront();
  await waitForMarks(page, ['Netflix']);
  await popup.close();
  await page.close();
});

test('a popup that stays open sees the companies that come', async () => {
  const page = await session.current.open('http://growing.test/', html('<p>Netflix</p>'));
  await waitForMarks(page, ['Netflix']);
  const popup = await openPopupBeside(session.current, page);
  await waitForList(popup, ['Netflix']);
  await page.evaluate(() => document.body.insertAdjacentHTML('beforeend', '<p>Spotify, and Spotify</p>'));
  await waitForMarks(page, ['Netflix', 'Spotify', 'Spotify']);
  await waitForList(popup, ['Spotify', 'Netflix']);
  await page.evaluate(() => document.body.replaceChildren('Nobody'));
  await waitForText(popup, NOTHING_HERE);
  await popup.close();
  await page.close();
});

test('opened as a tab, it shows the page that was used last', async () => {
  await putSettings(session.current);
  const first = await session.current.open('http://first.test/', html('<p>Netflix</p>'));
  await waitForMarks(first, ['Netflix']);
  const second = await session.current.open('http://second.test/', html('<p>Spotify</p>'));
  await waitForMarks(second, ['Spotify']);
  const popup = await session.current.openExtensionPage('/popup.html');
  await waitForList(popup, ['Spotify']);
  await popup.close();
  await first.bringToFront();
  await until(
    () => first.evaluate(() => document.visibilityState),
    (state) => state === 'visible',
    'the first page in front',
  );
  const again = await session.current.openExtensionPage('/popup.html');
  await waitForList(again, ['Netflix']);
  for (const one of [again, first, second]) await one.close();
});
