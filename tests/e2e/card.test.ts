/** The card: opened by pointer, tap and keyboard, closed again, never by accident, and never in the page's way. */
import type { Page } from 'puppeteer-core';
import { expect, test } from 'vitest';
import { html, useSession } from './support/fixture';
import {
  type Box,
  cardOf,
  hoverMark,
  marksOf,
  placeOfMark,
  until,
  waitForCard,
  waitForMarks,
  waitForNoCard,
} from './support/session';

const session = useSession();
const paragraph = '<p>Plain words that fill a line and name nobody, so that the pointer has somewhere to go.</p>';
const article = html(
  `<input id="field" value=""><h1>A story</h1>${paragraph}<p>It was Netflix that answered first.</p>${paragraph}<p id="second">Then Spotify did.</p>${paragraph.repeat(40)}`,
);

/** Presses “next footnote” as the browser's command does: by a message of the background to the page. */
async function nextFootnote(page: Page): Promise<void> {
  const popup = await session.current.openExtensionPage('/popup.html');
  await popup.evaluate(async (wanted) => {
    const { chrome } = globalThis as unknown as { chrome: typeof globalThis.chrome };
    for (const tab of await chrome.tabs.query({}))
      if (tab.id !== undefined)
        try {
          const report = await chrome.tabs.sendMessage(tab.id, { id: 1, type: 'reportPage', timestamp: Date.now() });
          if (report?.res?.host === wanted)
            await chrome.tabs.sendMessage(tab.id, { id: 2, type: 'nextFootnote', timestamp: Date.now() });
        } catch {}
  }, new URL(page.url()).hostname);
  await popup.close();
  await page.bringToFront();
}

test('resting the pointer on a mark opens the card with the record', async () => {
  const page = await session.current.open('http://card.test/rest', article);
  await waitForMarks(page, ['Netflix', 'Spotify']);
  const card = await hoverMark(page, 'Netflix', 'Netflix');
  expect(card.role).toBe('dialog');
  expect(card.label).toBe('Netflix');
  expect(card.text).toMatch(/\d+ incidents? on record/);
  expect(card.text).toContain('private messages');
  expect(card.text).toContain('Disputed');
  expect(card.text).toMatch(/What Netflix says/);
  expect(card.text).toContain('18 December 2018');
  const source = card.links.find((link) => link.text.length > 0 && /^https?:/.test(link.href));
  expect(source?.rel).toContain('noopener');
  expect(source?.rel).toContain('noreferrer');
  expect(source?.target).toBe('_blank');
  expect(card.text).toMatch(/\d+ sources?\n/);
  await page.close();
});

test('the pointer can travel into the card; away from both, the card closes', async () => {
  const page = await session.current.open('http://card.test/travel', article);
  await waitForMarks(page, ['Netflix', 'Spotify']);
  const { box } = await hoverMark(page, 'Netflix', 'Netflix');
  await page.mouse.move((box.left + box.right) / 2, box.top + 60, { steps: 12 });
  await page.mouse.wheel({ deltaY: 120 });
  expect(await cardOf(page)).not.toBeNull();
  await page.mouse.move(box.right + 250, 40, { steps: 5 });
  await waitForNoCard(page);
  expect(await page.evaluate(() => document.querySelector('privacy-footnotes-card'))).toBeNull();
  await page.close();
});

/** What a page can see of the card’s element; {@link watchElement} notes it. */
interface SeenElement {
  unseen: boolean;
  readOut: boolean;
  /** What is on top where the card would be. */
  onTop: string;
  takesFocus: boolean;
  pageHeight: number;
}

/** Notes the element of the card when it comes, at each frame that it is unseen, and when it is shown; has the reader go on when it comes first. */
function watchElement(page: Page, at: { x: number; y: number }, goesOn?: 'pointermove' | 'keydown'): Promise<void> {
  return page.evaluate(
    ({ x, y }, leaving) => {
      const seen: SeenElement[] = [];
      Object.assign(window, { seen });
      const note = (host: HTMLElement) => {
        host.focus();
        seen.push({
          unseen: host.hasAttribute('data-unseen'),
          readOut: host.getAttribute('aria-hidden') !== 'true',
          onTop: document.elementFromPoint(x, y + 60)?.localName ?? '',
          takesFocus: document.activeElement === host,
          pageHeight: document.documentElement.scrollHeight,
        });
      };
      new MutationObserver((records) => {
        for (const { type, target, addedNodes } of records)
          for (const node of type === 'attributes' ? [target] : addedNodes) {
            const host = node as HTMLElement;
            if (host.localName !== 'privacy-footnotes-card') continue;
            note(host);
            const atFrame = () => {
              if (!host.hasAttribute('data-unseen')) return;
              note(host);
              requestAnimationFrame(atFrame);
            };
            if (type === 'childList' && !leaving) requestAnimationFrame(atFrame);
            if (leaving && seen.length === 1)
              document.dispatchEvent(
                leaving === 'keydown'
                  ? new KeyboardEvent(leaving, { key: 'Tab' })
                  : new PointerEvent(leaving, { clientX: x + 300, clientY: y + 60 }),
              );
          }
      }).observe(document, { childList: true, subtree: true, attributeFilter: ['data-unseen'] });
    },
    at,
    goesOn,
  );
}

const seenElements = (page: Page) => page.evaluate('window.seen') as Promise<SeenElement[]>;

test('passing over a mark opens nothing, nor does pressing or typing', async () => {
  const page = await session.current.open('http://card.test/passing', article);
  await waitForMarks(page, ['Netflix', 'Spotify']);
  const { x, y } = await placeOfMark(page, 'Netflix');
  await watchElement(page, { x, y });
  for (let pass = 0; pass < 4; pass++) await page.mouse.move(pass % 2 ? x + 200 : 1, y, { steps: 20 });
  await page.mouse.move(x, y);
  await page.keyboard.press('a');
  await page.mouse.move(x + 300, y + 60);
  // Long after a rest on the mark would have opened it, there was none.
  await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 900)));
  expect((await seenElements(page)).filter(({ unseen }) => !unseen)).toEqual([]);
  expect(await page.evaluate(() => document.querySelector('privacy-footnotes-card'))).toBeNull();
  await page.close();
});

test('while the pointer rests the card is made ready: not seen, not read out, not in the way', async () => {
  const page = await session.current.open('http://card.test/ready', article);
  await waitForMarks(page, ['Netflix', 'Spotify']);
  const place = await placeOfMark(page, 'Netflix');
  const pageHeight = await page.evaluate(() => document.documentElement.scrollHeight);
  await watchElement(page, place);
  const card = await hoverMark(page, 'Netflix', 'What Netflix says');
  expect(card.box.height).toBeGreaterThan(100);
  const seen = await seenElements(page);
  expect(seen.at(-1)).toMatchObject({ unseen: false, onTop: 'privacy-footnotes-card' });
  expect(await page.evaluate(() => document.querySelector('privacy-footnotes-card')?.ariaHidden)).toBeNull();
  const before = seen.slice(0, -1);
  expect(before.length).toBeGreaterThan(0);
  for (const one of before)
    expect(one).toMatchObject({ unseen: true, readOut: false, takesFocus: false, pageHeight, onTop: before[0]?.onTop });
  expect(before[0]?.onTop).not.toBe('privacy-footnotes-card');
  await page.close();
});

test.each(['pointermove', 'keydown'] as const)(
  'where the reader goes on before the pointer has rested long enough, what was made ready is gone (%s)',
  async (goesOn) => {
    const page = await session.current.open(`http://card.test/${goesOn}`, article);
    await waitForMarks(page, ['Netflix', 'Spotify']);
    const { x, y } = await placeOfMark(page, 'Netflix');
    await watchElement(page, { x, y }, goesOn);
    await page.mouse.move(x - 40, y - 40);
    await page.mouse.move(x, y, { steps: 4 });
    const [first, ...later] = await until(
      () => seenElements(page),
      ({ length }) => length > 0,
      'the card to be made ready',
    );
    expect(first).toMatchObject({ unseen: true, readOut: false });
    expect(later).toEqual([]);
    expect(await page.evaluate(() => document.querySelector('privacy-footnotes-card'))).toBeNull();
    // It opens as ever.
    await page.mouse.move(x + 200, y - 40);
    await hoverMark(page, 'Spotify', 'What Spotify says');
    await page.close();
  },
);

test('a tap on a mark opens the card; a tap on a link stays the page’s', async () => {
  const page = await session.current.open(
    'http://card.test/tap',
    html('<p>Netflix answered.</p><p><a href="#there" id="link">Spotify</a> is a link.</p><p id="rest">Elsewhere.</p>'),
  );
  await waitForMarks(page, ['Netflix', 'Spotify']);
  const netflix = await placeOfMark(page, 'Netflix');
  await page.touchscreen.tap(netflix.x, netflix.y);
  await waitForCard(page, 'Netflix');
  await page.touchscreen.tap(600, 300);
  await waitForNoCard(page);
  const spotify = await placeOfMark(page, 'Spotify');
  await page.touchscreen.tap(spotify.x, spotify.y);
  await until(
    () => page.evaluate(() => location.hash),
    (hash) => hash === '#there',
    'the link to be followed',
  );
  await page.close();
});

test('Escape and a press outside close it', async () => {
  const page = await session.current.open('http://card.test/close', article);
  await waitForMarks(page, ['Netflix', 'Spotify']);
  await hoverMark(page, 'Netflix', 'Netflix');
  await page.keyboard.press('Escape');
  await waitForNoCard(page);
  const { box } = await hoverMark(page, 'Spotify', 'Spotify');
  await page.mouse.click(Math.min(1090, box.right + 120), box.top + 10);
  await waitForNoCard(page);
  await page.close();
});

test('the keyboard command goes from mark to mark, focus goes in and returns', async () => {
  const page = await session.current.open('http://keyboard.test/', article);
  await waitForMarks(page, ['Netflix', 'Spotify']);
  await page.focus('#field');
  await nextFootnote(page);
  const first = await waitForCard(page, 'Netflix');
  expect(first.focusInside).toBe(true);
  await page.keyboard.press('Tab');
  await until(
    () => cardOf(page),
    (card) => card?.focusInside === true,
    'focus inside after Tab',
  );
  await nextFootnote(page);
  await waitForCard(page, 'Spotify');
  await page.keyboard.press('Escape');
  await waitForNoCard(page);
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('field');
  await page.close();
});

test('keys in the card do not reach the page, keys on the page do not reach the card', async () => {
  const page = await session.current.open(
    'http://keys.test/',
    html(
      '<p>Netflix</p><script>window.keys = []; document.addEventListener("keydown", (e) => window.keys.push(e.key));</script>',
    ),
  );
  await waitForMarks(page, ['Netflix']);
  await page.keyboard.press('j');
  await nextFootnote(page);
  await until(
    () => cardOf(page),
    (card) => card?.focusInside === true,
    'the card with focus',
  );
  await page.keyboard.press('k');
  await page.keyboard.press('Escape');
  await waitForNoCard(page);
  await page.keyboard.press('l');
  expect(await page.evaluate('window.keys')).toEqual(['j', 'l']);
  await page.close();
});

const isInside = (box: Box, width: number, height: number) =>
  box.left >= 0 && box.top >= 0 && box.right <= width && box.bottom <= height;

test('it stays inside the viewport: at every corner, narrow, and zoomed', async () => {
  const corners = ['top:0;left:0', 'top:0;right:0', 'bottom:0;left:0', 'bottom:0;right:0', 'top:45%;left:50%'];
  const page = await session.current.open(
    'http://card.test/corners',
    html(corners.map((place) => `<span style="position:fixed;${place}">Netflix</span>`).join('')),
  );
  for (const [width, height] of [
    [1100, 800],
    [360, 640],
    [260, 200],
  ] as const) {
    await page.setViewport({ width, height });
    await until(
      () => marksOf(page),
      (marks) => marks.length === corners.length,
      'marks in the corners',
    );
    for (const corner of corners.keys()) {
      const card = await hoverMark(page, 'Netflix', 'Netflix', corner);
      expect(
        isInside(card.box, width, height),
        `corner ${corners[corner]} at ${width}×${height}: ${JSON.stringify(card.box)}`,
      ).toBe(true);
      await page.keyboard.press('Escape');
      await waitForNoCard(page);
      await page.mouse.move(width / 2, height / 4);
    }
  }
  await page.close();
});

test('it follows its mark when the page scrolls, and closes when the mark is out of sight', async () => {
  const page = await session.current.open(
    'http://card.test/scroll',
    html(`<div style="height:300px"></div><p>Netflix</p><div style="height:3000px"></div>`),
  );
  await waitForMarks(page, ['Netflix']);
  const before = await hoverMark(page, 'Netflix', 'Netflix');
  await page.evaluate(() => scrollBy(0, 40));
  await until(
    () => cardOf(page),
    (card) => card !== null && Math.round(before.box.top - card.box.top) === 40,
    'the card to follow',
  );
  await page.evaluate(() => scrollBy(0, 2000));
  await waitForNoCard(page);
  await page.close();
});

test('light and dark, as the system says', async () => {
  const page = await session.current.open('http://card.test/theme', html('<p>Netflix</p>'));
  await waitForMarks(page, ['Netflix']);
  const light = await hoverMark(page, 'Netflix', 'Netflix');
  if (session.current.kind === 'chromium') {
    await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: 'dark' }]);
    const dark = await until(
      () => cardOf(page),
      (card) => card !== null && card.background !== light.background,
      'the dark card',
    );
    expect(brightness(dark?.background)).toBeLessThan(brightness(dark?.colour));
  }
  expect(brightness(light.background)).toBeGreaterThan(brightness(light.colour));
  await page.close();
});

function brightness(colour = ''): number {
  const [r = 0, g = 0, b = 0] = (colour.match(/[\d.]+/g) ?? []).map(Number);
  return r + g + b;
}

/** Where a control of the open card is now. */
async function controlIn(page: Page, name: RegExp): Promise<{ control: Box; card: Box }> {
  const card = await cardOf(page);
  const control = card?.controls.find(({ text, label }) => name.test(label ?? text));
  if (!card || !control) throw new Error(`no control ${name} in ${JSON.stringify(card?.controls)}`);
  return { control: control.box, card: card.box };
}

async function pressInCard(page: Page, name: RegExp): Promise<void> {
  const { control } = await controlIn(page, name);
  await page.mouse.click(control.left + control.width / 2, control.top + control.height / 2);
}

/** Turns the wheel over the card until the control is in view. */
async function scrollTo(page: Page, name: RegExp, deltaY: number): Promise<void> {
  await page.mouse.wheel({ deltaY });
  await until(
    () => controlIn(page, name),
    ({ control, card }) => control.top >= card.top && control.bottom <= card.bottom,
    `${name} in view`,
  );
}

test('what only the page knows stands in the card; its controls work, and what is unfolded stays when it is drawn again', async () => {
  const page = await session.current.open('http://card.test/controls', html('<p>Facebook answered.</p>'));
  await waitForMarks(page, ['Facebook']);
  const card = await hoverMark(page, 'Facebook', 'What Meta says');
  expect(card.text).toContain('“Facebook” is a name or brand of Meta');
  expect(card.text).toContain('Named in passing on this page (1 mention)');
  await page.mouse.move((card.box.left + card.box.right) / 2, (card.box.top + card.box.bottom) / 2, { steps: 8 });
  const all = /^All [\d,]+ incidents$/;
  await scrollTo(page, all, 20_000);
  await pressInCard(page, /^Why is this marked/);
  await waitForCard(page, '“Facebook” was taken for Meta: ');
  // Another company comes: cards are fetched and drawn again.
  await page.evaluate(() => document.body.insertAdjacentHTML('afterbegin', '<h1>Facebook and Dropbox</h1>'));
  await waitForMarks(page, ['Facebook', 'Facebook', 'Dropbox']);
  const again = await waitForCard(page, '(2 mentions)');
  expect(again.text).toContain('“Facebook” was taken for Meta: ');
  await scrollTo(page, all, 20_000);
  await pressInCard(page, all);
  const library = await until(
    async () => {
      for (const tab of await session.current.browser.pages())
        if ((await tab.evaluate(() => location.href).catch(() => '')).endsWith('/library.html?company=meta'))
          return tab;
      return undefined;
    },
    (tab) => tab !== undefined,
    'the library to open',
  );
  await library?.close();
  await page.bringToFront();
  await scrollTo(page, /^Close$/, -20_000);
  await pressInCard(page, /^Close$/);
  await waitForNoCard(page);
  await page.close();
});
