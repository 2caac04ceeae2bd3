/** Axe finds nothing, in light and dark, wide and narrow; the card is announced; the popup needs no pointer. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'puppeteer-core';
import { afterAll, expect, test } from 'vitest';
import { entriesOf, openPopupFor, press, putSettings, waitForText } from './support/extension-pages';
import { html, useSession } from './support/fixture';
import { askSpy, hoverMark, until, waitForCard, waitForMarks, waitForNoCard } from './support/session';

const session = useSession();
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const WIDE = { width: 1100, height: 800 };
const NARROW = { width: 320, height: 640 };

interface Violation {
  id: string;
  help: string;
  nodes: string[];
}

/** What axe finds on a page of the extension, with its contrast taken from what is painted now. */
async function violationsOf(page: Page): Promise<Violation[]> {
  await page.bringToFront();
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(AXE);
  return page.evaluate(async () => {
    const { axe } = globalThis as unknown as { axe: typeof import('axe-core') };
    const { violations, incomplete } = await axe.run(document, { resultTypes: ['violations', 'incomplete'] });
    // Contrast that could not be measured is no contrast that is good; arrows and the like are no text.
    const unmeasured = incomplete
      .filter(({ id }) => id === 'color-contrast')
      .map((result) => ({
        ...result,
        nodes: result.nodes.filter(({ failureSummary }) => !failureSummary?.includes('only non-text characters')),
      }))
      .filter(({ nodes }) => nodes.length > 0);
    return [...violations, ...unmeasured].map(({ id, help, nodes }) => ({
      id,
      help,
      nodes: nodes.map((node) => `${node.html} ${node.failureSummary}`),
    }));
  });
}

/** No wider than the window: a reader scrolls one way only. */
const isTooWide = (page: Page): Promise<boolean> =>
  page.evaluate(() => document.documentElement.scrollWidth > innerWidth + 1);

/** Checks a page of the extension in both themes, wide and narrow. */
async function expectAccessible(page: Page, what: string): Promise<void> {
  for (const theme of ['light', 'dark'] as const) {
    await putSettings(session.current, { theme });
    await until(
      () => page.evaluate(() => document.documentElement.dataset.theme ?? ''),
      (seen) => seen === theme,
      `${theme} on ${what}`,
    );
    for (const viewport of [WIDE, NARROW]) {
      await page.setViewport(viewport);
      expect(await violationsOf(page), `${what}, ${theme}, ${viewport.width} px`).toEqual([]);
      expect(await isTooWide(page), `${what} at ${viewport.width} px is too wide`).toBe(false);
    }
  }
  // As the system says, where a test can say what it says.
  if (session.current.kind === 'chromium') {
    await putSettings(session.current);
    for (const value of ['dark', 'light']) {
      await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value }]);
      expect(await violationsOf(page), `${what}, system ${value}`).toEqual([]);
    }
  }
  await page.setViewport(WIDE);
}

afterAll(() => putSettings(session.current).catch(() => undefined));

test('the checker sees what it should: a fault put into a page and into a card is found', async () => {
  const options = await session.current.openExtensionPage('/options.html');
  await waitForText(options, /[\d,]+ companies, [\d,]+ incidents/);
  await options.evaluate(() =>
    document
      .querySelector('main')
      ?.insertAdjacentHTML('beforeend', '<button></button><p style="color:#999;background:#aaa">faint</p>'),
  );
  const found = (await violationsOf(options)).map(({ id }) => id);
  expect(found).toContain('button-name');
  expect(found).toContain('color-contrast');
  await options.close();
  const page = await session.current.open('http://axe-fault.test/', html('<p>Netflix</p>'));
  await waitForMarks(page, ['Netflix']);
  await hoverMark(page, 'Netflix', 'What Netflix says');
  await askSpy(page, 'spoil');
  expect((await askSpy<Violation[]>(page, 'axe'))?.map(({ id }) => id).sort()).toEqual([
    'button-name',
    'color-contrast',
  ]);
  await page.close();
});

test('the card', async () => {
  const page = await session.current.open(
    'http://axe-card.test/',
    html('<main><h1>A page</h1><p>Facebook, then Netflix.</p></main>'),
  );
  for (const theme of ['light', 'dark', 'system'] as const) {
    await putSettings(session.current, { theme });
    for (const viewport of [WIDE, NARROW]) {
      await page.bringToFront();
      await page.setViewport(viewport);
      await waitForMarks(page, ['Facebook', 'Netflix']);
      for (const [mark, text] of [
        ['Facebook', 'What Meta says'],
        ['Netflix', 'What Netflix says'],
      ] as const) {
        const card = await hoverMark(page, mark, text);
        if (theme === 'system' && session.current.kind === 'chromium')
          await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: 'dark' }]);
        expect(await askSpy<Violation[]>(page, 'axe'), `${mark}, ${theme}, ${viewport.width} px`).toEqual([]);
        expect(card.box.left).toBeGreaterThanOrEqual(0);
        expect(card.box.right).toBeLessThanOrEqual(viewport.width);
        await page.keyboard.press('Escape');
        await waitForNoCard(page);
        await page.mouse.move(1, 600);
      }
    }
  }
  await page.close();
});

test('the card is announced: a dialog with the company’s name; every control has a name and room for a finger', async () => {
  await putSettings(session.current);
  const page = await session.current.open('http://axe-dialog.test/', html('<p>Netflix</p>'));
  await waitForMarks(page, ['Netflix']);
  const card = await hoverMark(page, 'Netflix', 'What Netflix says');
  expect(card.role).toBe('dialog');
  expect(card.label).toBe('Netflix');
  expect(card.controls.length).toBeGreaterThan(2);
  for (const control of card.controls) expect(control.label || control.text, JSON.stringify(control)).toBeTruthy();
  const close = card.controls.find((control) => control.label === 'Close');
  expect(Math.min(close?.box.width ?? 0, close?.box.height ?? 0)).toBeGreaterThanOrEqual(24);
  await page.close();
});

test('the popup: list, search results and card', async () => {
  const page = await session.current.open('http://axe-popup.test/', html('<p>Facebook, Netflix and Spotify</p>'));
  await waitForMarks(page, ['Facebook', 'Netflix', 'Spotify']);
  const popup = await openPopupFor(session.current, page);
  await until(
    () => entriesOf(popup, 'Companies on this page'),
    (entries) => entries.length === 3,
    'the list',
  );
  await expectAccessible(popup, 'the popup’s list');
  await popup.bringToFront();
  await popup.type('#search', 'Sheraton');
  await until(
    () => entriesOf(popup, 'Search results'),
    (found) => found[0]?.[0] === 'Marriott',
    'Marriott found',
  );
  await expectAccessible(popup, 'the popup’s search');
  await press(popup, 'Marriott');
  await waitForText(popup, 'What Marriott says');
  await expectAccessible(popup, 'the popup’s card');
  await popup.close();
  await page.close();
});

test('the popup where there is nothing to list', async () => {
  const page = await session.current.open('http://axe-none.test/', html('<p>Nobody</p>'));
  const popup = await openPopupFor(session.current, page);
  await waitForText(popup, 'No company on record is named on this page');
  await expectAccessible(popup, 'the popup without companies');
  await popup.close();
  await page.close();
});

test('the options page', async () => {
  const options = await session.current.openExtensionPage('/options.html');
  await waitForText(options, /[\d,]+ companies, [\d,]+ incidents/);
  await expectAccessible(options, 'the options page');
  await options.close();
});

// The rules are put to every row of the list, in every theme and width.
test('the library: all companies, and one of them', { timeout: 240_000 }, async () => {
  const library = await session.current.openExtensionPage('/library.html');
  await waitForText(library, 'companies on record');
  await expectAccessible(library, 'the library');
  await library.close();
  const company = await session.current.openExtensionPage('/library.html?company=meta');
  await waitForText(company, 'What Meta says');
  await expectAccessible(company, 'a company in the library');
  await company.close();
});

test('the popup by keyboard alone', async () => {
  await putSettings(session.current);
  const page = await session.current.open('http://keys-popup.test/', html('<p>Netflix and Spotify</p>'));
  await waitForMarks(page, ['Netflix', 'Spotify']);
  const popup = await openPopupFor(session.current, page);
  await until(
    () => entriesOf(popup, 'Companies on this page'),
    (entries) => entries.length === 2,
    'the list',
  );
  await popup.bringToFront();
  const focused = () =>
    popup.evaluate(() =>
      (
        document.activeElement?.getAttribute('aria-label') ??
        (document.activeElement as HTMLElement | null)?.innerText ??
        ''
      )
        .split('\n')[0]
        ?.trim(),
    );
  /** Presses Tab until the focus is on what is called `name`; backwards it is Shift and Tab. */
  const tabTo = async (name: string, backwards = false) => {
    for (let steps = 0; steps < 25; steps++) {
      if (backwards) await popup.keyboard.down('Shift');
      await popup.keyboard.press('Tab');
      if (backwards) await popup.keyboard.up('Shift');
      if ((await focused()) === name) return;
    }
    throw new Error(`Tab never came to “${name}”`);
  };
  // Into a card and back to where the focus was.
  await tabTo('Netflix');
  await popup.keyboard.press('Enter');
  await waitForText(popup, 'What Netflix says');
  await until(focused, (name) => name === 'Netflix', 'focus on the card’s heading');
  expect(await popup.evaluate(() => document.activeElement?.localName)).toBe('h2');
  await tabTo('Back', true);
  await popup.keyboard.press('Enter');
  await until(focused, (name) => name === 'Netflix', 'focus on the list’s entry');
  // Search, and open what is found.
  await popup.focus('#search');
  await popup.keyboard.type('Sheraton');
  await until(
    () => entriesOf(popup, 'Search results'),
    (found) => found[0]?.[0] === 'Marriott',
    'Marriott found',
  );
  await tabTo('Marriott');
  await popup.keyboard.press('Enter');
  await waitForText(popup, 'What Marriott says');
  await tabTo('Back', true);
  await popup.keyboard.press('Enter');
  await until(focused, (name) => name === 'Marriott', 'focus on the search result');
  // The switch of the site.
  await tabTo('Read pages of keys-popup.test');
  await popup.keyboard.press(' ');
  await waitForMarks(page, []);
  await popup.keyboard.press(' ');
  await page.bringToFront();
  await waitForMarks(page, ['Netflix', 'Spotify']);
  // To the mention: the page comes to the front with its card, and the focus in it.
  await popup.bringToFront();
  await popup.focus('#search');
  await popup.keyboard.down('Control');
  await popup.keyboard.press('a');
  await popup.keyboard.up('Control');
  await popup.keyboard.press('Delete');
  await until(
    () => entriesOf(popup, 'Companies on this page'),
    (entries) => entries.length === 2,
    'the list',
  );
  await tabTo('Show Spotify on the page');
  await popup.keyboard.press('Enter');
  const card = await waitForCard(page, 'What Spotify says');
  expect(card.focusInside).toBe(true);
  await popup.close();
  await page.close();
});
