/** Pages that would break a careless guest: resets, dialogs, fullscreen, strict policies, tiny roots, walls of z-index. */
import { expect, test } from 'vitest';
import { FIREFOX_ID } from '../../tools/browsers';
import { html, useSession } from './support/fixture';
import { cardOf, hoverMark, placeOfMark, until, waitForCard, waitForMarks, waitForNoCard } from './support/session';

const session = useSession();

test('a page that resets everything, with a 10 px root and z-index without end', async () => {
  const page = await session.current.open(
    'http://hostile.test/reset',
    html(
      `<div class="wall"></div><p>Netflix</p>`,
      'Reset',
      `<style>html{font-size:10px} *{all:unset !important; display:block !important; color:red !important; opacity:.3 !important; transform:scale(.5) !important; position:static !important; visibility:hidden !important; width:10px !important; pointer-events:none !important}
       html,body,p{visibility:visible !important; pointer-events:auto !important; transform:none !important; width:auto !important; font:16px serif !important}
       .wall{position:fixed !important; inset:0 !important; z-index:2147483647 !important}
       privacy-footnotes-card{display:none !important; left:-9999px !important}</style>`,
    ),
  );
  await waitForMarks(page, ['Netflix']);
  const card = await hoverMark(page, 'Netflix', 'incidents on record');
  expect(card.box.width).toBe(380);
  expect(card.box.left).toBeGreaterThanOrEqual(0);
  expect(card.fontSize).toBe('14px');
  expect(card.colour).not.toBe('rgb(255, 0, 0)');
  // What is painted on top at the card's middle is the card.
  const { left, right, top, bottom } = card.box;
  expect(
    await page.evaluate((x, y) => document.elementFromPoint(x, y)?.localName, (left + right) / 2, (top + bottom) / 2),
  ).toBe('privacy-footnotes-card');
  await page.close();
});

test('a page that zooms itself, and one that is written from right to left', async () => {
  const page = await session.current.open(
    'http://hostile.test/zoom',
    html('<p style="margin:60px">Netflix</p>', 'Zoomed', '<style>html{zoom:1.5;direction:rtl}</style>'),
  );
  await waitForMarks(page, ['Netflix']);
  const mark = await placeOfMark(page, 'Netflix');
  const card = await hoverMark(page, 'Netflix', 'incidents on record');
  expect(Math.round(card.box.width)).toBe(380);
  expect(card.box.top).toBeGreaterThan(mark.y);
  expect(card.box.top).toBeLessThan(mark.y + 40);
  expect(card.box.right).toBeLessThanOrEqual(1100);
  expect(card.direction).toBe('ltr');
  await page.close();
});

test('a strict Content Security Policy', async () => {
  const page = await session.current.open('http://hostile.test/csp', {
    html: html('<h1>Netflix</h1>'),
    headers: {
      'content-security-policy':
        "default-src 'none'; require-trusted-types-for 'script'; sandbox allow-scripts allow-same-origin",
    },
  });
  await waitForMarks(page, ['Netflix']);
  const card = await hoverMark(page, 'Netflix', 'incidents on record');
  expect(card.box.width).toBe(380);
  expect(card.fontSize).toBe('14px');
  expect(card.background).not.toBe('rgba(0, 0, 0, 0)');
  await page.close();
});

test('a mark in a modal dialog: the card is on top and can be used', async () => {
  const page = await session.current.open(
    'http://hostile.test/dialog',
    html('<p>Spotify</p><dialog id="d" style="width:600px;height:300px"><p>Netflix in a dialog</p></dialog>'),
  );
  await waitForMarks(page, ['Spotify']);
  await page.evaluate(() => (document.getElementById('d') as HTMLDialogElement).showModal());
  await waitForMarks(page, ['Spotify', 'Netflix']);
  const card = await hoverMark(page, 'Netflix', 'incidents on record');
  const { left, right, top } = card.box;
  expect(await page.evaluate((x, y) => document.elementFromPoint(x, y)?.localName, (left + right) / 2, top + 60)).toBe(
    'privacy-footnotes-card',
  );
  await page.close();
});

test('a fullscreen element: the card shows over it', async () => {
  const page = await session.current.open(
    'http://hostile.test/fullscreen',
    html(
      '<div id="full" style="background:white"><button id="go">Full</button><p>Netflix in full</p></div>',
      'Full',
      '<style>#full:fullscreen{overflow:auto}</style>',
    ),
  );
  await waitForMarks(page, ['Netflix']);
  await page.evaluate(() =>
    document
      .getElementById('go')
      ?.addEventListener('click', () => document.getElementById('full')?.requestFullscreen()),
  );
  await page.click('#go');
  await until(
    () => page.evaluate(() => document.fullscreenElement?.id ?? ''),
    (id) => id === 'full',
    'fullscreen',
  );
  const card = await hoverMark(page, 'Netflix', 'incidents on record');
  const { left, right, top } = card.box;
  expect(await page.evaluate((x, y) => document.elementFromPoint(x, y)?.localName, (left + right) / 2, top + 60)).toBe(
    'privacy-footnotes-card',
  );
  await page.close();
});

test('what lies over a mark hides it from the pointer', async () => {
  const page = await session.current.open(
    'http://hostile.test/covered',
    html('<p>Netflix</p><div id="cover" style="position:fixed;inset:0;background:white"></div>'),
  );
  await waitForMarks(page, ['Netflix']);
  await page.mouse.move(200, 200);
  await page.mouse.move(20, 24, { steps: 3 });
  await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 900)));
  expect(await cardOf(page)).toBeNull();
  await page.evaluate(() => document.getElementById('cover')?.remove());
  await hoverMark(page, 'Netflix', 'Netflix');
  await page.close();
});

test('the page throws its whole body away under an open card', async () => {
  const page = await session.current.open('http://hostile.test/wipe', html('<p>Netflix</p>'));
  await waitForMarks(page, ['Netflix']);
  await hoverMark(page, 'Netflix', 'Netflix');
  await page.evaluate(() => {
    document.body.innerHTML = '<p>Spotify now</p>';
    scrollBy(0, 1);
    dispatchEvent(new Event('resize'));
  });
  await waitForNoCard(page);
  await waitForMarks(page, ['Spotify']);
  await hoverMark(page, 'Spotify', 'Spotify');
  await waitForCard(page, 'Spotify');
  await page.close();
});

test('an editor that starts where text was: nothing is put into it', async () => {
  const page = await session.current.open(
    'http://hostile.test/editor',
    html('<div id="editor" contenteditable="true"><p>Netflix</p></div><p>Spotify</p>'),
  );
  await waitForMarks(page, ['Spotify']);
  await page.click('#editor p');
  await page.keyboard.type('Microsoft and Netflix ');
  expect(await page.$eval('#editor', (editor) => editor.innerHTML)).not.toContain('privacy');
  await page.evaluate(() =>
    document.body.append(Object.assign(document.createElement('p'), { textContent: 'Dropbox' })),
  );
  await waitForMarks(page, ['Spotify', 'Dropbox']);
  await page.close();
});

test('a page that listens for the extension hears nothing', async () => {
  // The build tool's own way of telling copies of a script apart: an event on the document.
  const ids = [new URL(session.current.extensionOrigin).host, FIREFOX_ID];
  const page = await session.current.open(
    'http://hostile.test/listens',
    html(
      '<p>Netflix</p>',
      'Listens',
      `<script>
        window.heard = [];
        for (const id of ${JSON.stringify(ids)})
          for (const name of ['content-script-started', 'locationchange'])
            for (const target of [document, window]) target.addEventListener(id + ':footnotes:wxt:' + name, (event) => heard.push(event.type));
        addEventListener('message', (event) => heard.push(event.data));
      </script>`,
    ),
  );
  await waitForMarks(page, ['Netflix']);
  expect(await page.evaluate('window.heard')).toEqual([]);
  await page.close();
});
