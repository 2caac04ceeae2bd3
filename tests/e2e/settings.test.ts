/** The options page: every setting does what it says, at once, in pages that are open, and outlives the browser. */
import type { Page } from 'puppeteer-core';
import { expect, test } from 'vitest';
import {
  control,
  entriesOf,
  isOn,
  openPopupFor,
  press,
  putSettings,
  reportOfTab,
  tabIdOf,
  waitForBadge,
  waitForText,
} from './support/extension-pages';
import { html, useSession } from './support/fixture';
import { cardOf, hoverMark, marksOf, until, waitForMarks, waitForNoCard } from './support/session';

const session = useSession();
const SITES = 'Sites switched off';
const TYPE_SITE = 'Switch a site off';

const openOptions = () => session.current.openExtensionPage('/options.html');
const waitForSites = (options: Page, sites: string[]) =>
  until(
    () => entriesOf(options, SITES),
    (entries) => JSON.stringify(entries.map(([site]) => site)) === JSON.stringify(sites),
    `the sites ${sites}`,
  );

async function addSite(options: Page, typed: string): Promise<void> {
  await options.bringToFront();
  const field = await control(options, TYPE_SITE);
  await field.click({ count: 3 });
  await field.type(typed);
  await options.keyboard.press('Enter');
}

test('“read pages” off: marks and open card go, and come back', async () => {
  const page = await session.current.open('http://settings-read.test/', html('<p>Netflix</p>'));
  await waitForMarks(page, ['Netflix']);
  await hoverMark(page, 'Netflix', 'Netflix');
  const options = await openOptions();
  await press(options, 'Read pages');
  await waitForMarks(page, []);
  await waitForNoCard(page);
  expect(await isOn(options, 'Read pages')).toBe(false);
  await press(options, 'Read pages');
  await page.bringToFront();
  await waitForMarks(page, ['Netflix']);
  await options.close();
  await page.close();
});

test('“popup only”: no mark on the page, no card at the name; the popup and the badge still tell', async () => {
  const page = await session.current.open('http://settings-marks.test/', html('<p id="name">Netflix</p>'));
  await waitForMarks(page, ['Netflix']);
  const tab = await tabIdOf(session.current, page);
  const options = await openOptions();
  await press(options, 'Show them in the toolbar popup only');
  await waitForMarks(page, []);
  await waitForBadge(session.current, tab, '1');
  const popup = await openPopupFor(session.current, page);
  await until(
    () => entriesOf(popup, 'Companies on this page'),
    (entries) => entries[0]?.[0] === 'Netflix',
    'the popup’s list',
  );
  await popup.close();
  await page.bringToFront();
  await page.hover('#name');
  await page.click('#name');
  expect(await cardOf(page)).toBeNull();
  await press(options, 'Mark their names on the page');
  await page.bringToFront();
  await waitForMarks(page, ['Netflix']);
  await options.close();
  await page.close();
});

test('the number on the toolbar button', async () => {
  const page = await session.current.open('http://settings-badge.test/', html('<p>Netflix</p>'));
  const tab = await tabIdOf(session.current, page);
  await waitForBadge(session.current, tab, '1');
  const options = await openOptions();
  await press(options, 'Number on the toolbar button');
  await waitForBadge(session.current, tab, '');
  await page.bringToFront();
  await waitForMarks(page, ['Netflix']);
  await press(options, 'Number on the toolbar button');
  await waitForBadge(session.current, tab, '1');
  await options.close();
  await page.close();
});

test('sites are added and removed; what is no site is refused in words', async () => {
  const page = await session.current.open('http://www.settings-site.test/', html('<p>Netflix</p>'));
  await waitForMarks(page, ['Netflix']);
  const options = await openOptions();
  await addSite(options, 'https://www.settings-site.test/some/story?x=1');
  await waitForSites(options, ['settings-site.test']);
  await waitForMarks(page, []);
  await addSite(options, 'another.test');
  await waitForSites(options, ['another.test', 'settings-site.test']);
  await addSite(options, 'not a site');
  await waitForText(options, 'Not a site. Type a name such as example.com');
  await waitForSites(options, ['another.test', 'settings-site.test']);
  // A switch that is set elsewhere shows here at once.
  const popup = await openPopupFor(session.current, page);
  await press(popup, 'Read pages of settings-site.test');
  await waitForSites(options, ['another.test']);
  await popup.close();
  await press(options, 'Remove another.test');
  await waitForSites(options, []);
  await page.bringToFront();
  await waitForMarks(page, ['Netflix']);
  await options.close();
  await page.close();
});

test('a site that is switched off: nothing is read, then or later', async () => {
  await putSettings(session.current, { sitesOff: ['settings-off.test'] });
  const off = await session.current.open('http://settings-off.test/', html('<p>Netflix</p>'));
  const on = await session.current.open('http://settings-on.test/', html('<p>Netflix</p>'));
  const tab = await tabIdOf(session.current, off);
  await on.bringToFront();
  await waitForMarks(on, ['Netflix']);
  // Each is in front when its text comes; the one that is read shows when a reaction is due.
  for (const page of [off, on]) {
    await page.bringToFront();
    await page.evaluate(() => document.body.insertAdjacentHTML('beforeend', '<p>Spotify</p>'));
  }
  await waitForMarks(on, ['Netflix', 'Spotify']);
  await off.bringToFront();
  await off.evaluate(() => new Promise((resolve) => requestIdleCallback(resolve)));
  expect(await marksOf(off)).toEqual([]);
  expect(await off.evaluate(() => CSS.highlights.size)).toBe(0);
  expect(await reportOfTab(session.current, tab)).toEqual({ host: 'settings-off.test', state: 'off', companies: [] });
  await off.mouse.move(20, 24, { steps: 3 });
  expect(await cardOf(off)).toBeNull();
  await putSettings(session.current);
  await waitForMarks(off, ['Netflix', 'Spotify']);
  await off.close();
  await on.close();
});

test('light and dark, on the card, in the popup and in the settings themselves', async () => {
  const page = await session.current.open('http://settings-theme.test/', html('<p>Netflix</p>'));
  await waitForMarks(page, ['Netflix']);
  const options = await openOptions();
  const popup = await openPopupFor(session.current, page);
  const lightness = async (one: Page) =>
    brightness(await one.evaluate(() => getComputedStyle(document.body).backgroundColor));
  for (const [choice, isDark] of [
    ['Dark', true],
    ['Light', false],
  ] as const) {
    await press(options, choice);
    for (const one of [options, popup]) {
      await until(
        () => lightness(one),
        (light) => (isDark ? light < 200 : light > 560),
        `${choice} on ${await one.evaluate(() => location.pathname)}`,
      );
    }
    await page.bringToFront();
    await waitForMarks(page, ['Netflix']);
    const card = await hoverMark(page, 'Netflix', 'Netflix');
    if (isDark) expect(brightness(card.background)).toBeLessThan(brightness(card.colour));
    else expect(brightness(card.background)).toBeGreaterThan(brightness(card.colour));
    await page.keyboard.press('Escape');
    await waitForNoCard(page);
    await page.mouse.move(500, 500);
  }
  await press(options, 'As the system');
  await until(
    () => options.evaluate(() => document.documentElement.dataset.theme ?? ''),
    (theme) => theme === '',
    'the system’s theme',
  );
  for (const one of [options, popup, page]) await one.close();
});

test('the dataset’s version, date and counts', async () => {
  const options = await openOptions();
  const text = await waitForText(options, /[\d,]+ companies, [\d,]+ incidents/);
  const [, companies = '', incidents = ''] = /([\d,]+) companies, ([\d,]+) incidents/.exec(text) ?? [];
  expect(Number(companies.replace(',', ''))).toBeGreaterThanOrEqual(40);
  expect(Number(incidents.replace(',', ''))).toBeGreaterThanOrEqual(60);
  expect(text).toMatch(/Date\s+\d{1,2} [A-Z][a-z]+ 20\d\d/);
  expect(text).toMatch(/Version\s+\S+/);
  // The library counts the same companies.
  const library = await session.current.openExtensionPage('/library.html');
  await waitForText(library, `${companies} companies on record`);
  await library.close();
  await options.close();
});

test('settings survive a restart of the browser', async () => {
  const options = await openOptions();
  await press(options, 'Dark');
  await press(options, 'Number on the toolbar button');
  await addSite(options, 'settings-restart.test');
  await waitForSites(options, ['settings-restart.test']);
  await session.current.restart();

  const again = await openOptions();
  await waitForSites(again, ['settings-restart.test']);
  expect(await isOn(again, 'Dark')).toBe(true);
  expect(await isOn(again, 'Number on the toolbar button')).toBe(false);
  expect(await isOn(again, 'Read pages')).toBe(true);
  const off = await session.current.open('http://settings-restart.test/', html('<p>Netflix</p>'));
  const on = await session.current.open('http://settings-restart-on.test/', html('<p>Netflix</p>'));
  await waitForMarks(on, ['Netflix']);
  const card = await hoverMark(on, 'Netflix', 'What Netflix says');
  expect(brightness(card.background)).toBeLessThan(brightness(card.colour));
  await off.bringToFront();
  expect(await marksOf(off)).toEqual([]);
  for (const one of [again, off, on]) await one.close();
});

function brightness(colour = ''): number {
  const [r = 0, g = 0, b = 0] = (colour.match(/[\d.]+/g) ?? []).map(Number);
  return r + g + b;
}
