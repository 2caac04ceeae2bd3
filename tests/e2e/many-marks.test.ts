/** A page with more marks than are registered at once: the reader never sees a name in view without its mark. */
import type { Page } from 'puppeteer-core';
import { expect, test } from 'vitest';
import { deskOf, tabIdOf } from './support/extension-pages';
import { html, useSession } from './support/fixture';
import { hoverMark, marksOf, until, waitForCard, waitForMarks } from './support/session';

const session = useSession();
const LINES = 400;

/** Every paragraph names one company. The page's own script tells which of those in view are without a mark. */
const LONG = html(
  `<main>${Array.from({ length: LINES }, (_, i) => `<p>Line ${i} is about Netflix.</p>`).join('')}</main>
  <p class="quiet">The line before the last. <x-inline style="position:fixed;right:0;top:0">Dropbox stands still</x-inline></p>
  <p>The last line, about Spotify.</p>
  <section id="box" style="height:200px;overflow:auto">${'<p>In the box: Microsoft.</p>'.repeat(60)}</section>
  <x-shadow></x-shadow>`,
  'Long',
  `<style>html{scroll-behavior:auto!important} p{margin:20px 0}</style><script>
    addEventListener('DOMContentLoaded', () => {
      const root = document.querySelector('x-shadow').attachShadow({ mode: 'open' });
      root.innerHTML = '<div id="inner" style="height:150px;overflow:auto">' + '<p>In the shadow: Facebook.</p>'.repeat(60) + '</div>';
    });
    const all = () => [...document.querySelectorAll('p:not(.quiet), x-inline'), ...document.querySelector('x-shadow').shadowRoot.querySelectorAll('p')];
    const isInView = (element) => {
      let { top, bottom } = element.getBoundingClientRect();
      const scroller = element.closest('#box, #inner')?.getBoundingClientRect();
      if (scroller) { top = Math.max(top, scroller.top); bottom = Math.min(bottom, scroller.bottom); }
      return bottom - top > 0 && bottom > 0 && top < innerHeight;
    };
    window.bare = () => {
      const marked = new Set([...(CSS.highlights.get('privacy-footnotes') ?? [])].map((range) => range.startContainer.parentElement));
      return all().filter((element) => !marked.has(element) && isInView(element)).map((element) => element.innerText);
    };
    window.registered = () => CSS.highlights.get('privacy-footnotes')?.size ?? 0;
    // What is bare in any frame, just before it is painted.
    window.seenBare = [];
    window.watch = () => { const look = () => { seenBare.push(...bare()); requestAnimationFrame(look); }; requestAnimationFrame(look); };
  </script>`,
);
const ALL = LINES + 2 + 60 + 60;

const bareOf = (page: Page) => page.evaluate('bare()') as Promise<string[]>;

const waitForNoBare = (page: Page) =>
  until(
    () => bareOf(page),
    (bare) => bare.length === 0,
    'a mark on every name in view',
  );

/** Waits until the page rests: only the marks near the view are registered. */
const waitForRest = (page: Page) =>
  until(
    () => page.evaluate('registered()') as Promise<number>,
    (count) => count > 0 && count < ALL / 2,
    'the marks near the view alone',
  );

async function openLong(name: string): Promise<Page> {
  const page = await session.current.open(`http://${name}.test/`, LONG);
  await waitForRest(page);
  await waitForNoBare(page);
  return page;
}

const jump = async (page: Page, company: string) => {
  const tab = await tabIdOf(session.current, page);
  const desk = await deskOf(session.current);
  await page.bringToFront();
  return desk.evaluate(
    (id, wanted) =>
      globalThis.chrome.tabs.sendMessage(
        id,
        { id: 1, type: 'jumpTo', data: { company: wanted }, timestamp: Date.now() },
        { frameId: 0 },
      ),
    tab,
    company,
  );
};

test('all marks are counted, those near the view are registered', async () => {
  const page = await openLong('many-counted');
  const tab = await tabIdOf(session.current, page);
  const desk = await deskOf(session.current);
  const answer = await desk.evaluate(
    (id) =>
      globalThis.chrome.tabs.sendMessage(id, { id: 1, type: 'reportPage', timestamp: Date.now() }, { frameId: 0 }),
    tab,
  );
  const counts = (answer.res.companies as { mentions: number }[]).map(({ mentions }) => mentions);
  expect(counts.reduce((sum, count) => sum + count, 0)).toBe(ALL);
  await page.close();
});

test('no frame of a scroll or jump shows a name without its mark', async () => {
  const page = await openLong('many-frames');
  await page.evaluate('watch()');
  await page.keyboard.press('End');
  await until(
    () => page.evaluate(() => scrollY + innerHeight >= document.documentElement.scrollHeight - 2),
    (isAtEnd) => isAtEnd,
    'the end of the page',
  );
  await page.evaluate(() => scrollTo(0, 0));
  await page.evaluate(() => {
    location.hash = '#box';
  });
  await page.evaluate(() => document.getElementById('box')?.scrollTo(0, 1500));
  await waitForRest(page);
  await page.evaluate(() => document.getElementById('box')?.scrollTo(0, 0));
  await waitForNoBare(page);
  expect(await page.evaluate('seenBare')).toEqual([]);
  await page.close();
});

test('marks found by the browser’s search are there', async () => {
  const page = await openLong('many-found');
  await page.evaluate('watch()');
  expect(await page.evaluate('find("The last line")')).toBe(true);
  await until(
    () => page.evaluate(() => scrollY),
    (y) => y > 1000,
    'the found line in view',
  );
  await waitForNoBare(page);
  await waitForRest(page);
  await waitForNoBare(page);
  expect(await page.evaluate('seenBare')).toEqual([]);
  await page.close();
});

test('jumping to a company far below opens its card on a mark that can be pointed at', async () => {
  const page = await openLong('many-jumped');
  await jump(page, 'spotify');
  await waitForCard(page, 'Spotify');
  await waitForNoBare(page);
  expect(await page.evaluate(() => CSS.highlights.get('privacy-footnotes-current')?.size)).toBe(1);
  await waitForRest(page);
  await page.keyboard.press('Escape');
  await until(
    () => page.evaluate(() => CSS.highlights.has('privacy-footnotes-current')),
    (isThere) => !isThere,
    'no current mark',
  );
  await hoverMark(page, 'Spotify', 'What Spotify says');
  await page.close();
});

test('what moves into view without a scroll of its own is marked', async () => {
  const page = await openLong('many-moved');
  // A scroller in a shadow tree tells nobody outside.
  await page.evaluate(() => document.querySelector('x-shadow')?.scrollIntoView());
  await waitForRest(page);
  await page.evaluate(() => document.querySelector('x-shadow')?.shadowRoot?.getElementById('inner')?.scrollTo(0, 2000));
  await waitForNoBare(page);
  // Everything above goes; everything below comes up.
  await page.evaluate(() => scrollTo(0, 0));
  await waitForRest(page);
  await page.evaluate(() => {
    for (const line of [...document.querySelectorAll('main p')].slice(5, 380)) (line as HTMLElement).hidden = true;
  });
  await waitForNoBare(page);
  await page.close();
});

test('marks stay where they are when the page is printed', async () => {
  const page = await openLong('many-printed');
  await page.pdf();
  await waitForNoBare(page);
  await page.evaluate(() => scrollTo(0, 5000));
  await waitForRest(page);
  await waitForNoBare(page);
  await page.close();
});

test('a line that changes keeps its mark all the while', async () => {
  const page = await openLong('many-changed');
  await page.evaluate('watch()');
  await page.evaluate(() => {
    const text = document.querySelectorAll('main p')[3]?.firstChild as Text;
    text.data = 'Line 3 has changed and is still about Netflix.';
  });
  await until(
    () =>
      page.evaluate(() =>
        [...(CSS.highlights.get('privacy-footnotes') ?? [])].map(({ startContainer, startOffset }) =>
          String((startContainer as Text).data.slice(startOffset, startOffset + 7)),
        ),
      ),
    (marks) => marks.every((mark) => mark !== 'Line 3 ' && /^(Netflix|Dropbox)$/.test(mark)),
    'the mark at its new place',
  );
  await waitForRest(page);
  expect(await page.evaluate('seenBare')).toEqual([]);
  await page.close();
});

test('names that come later, and few that are left, are marked', async () => {
  const page = await openLong('many-later');
  await page.evaluate(() => {
    const late = document.createElement('p');
    late.textContent = 'A late line about Uber.';
    document.querySelector('main')?.prepend(late);
  });
  await until(
    () => marksOf(page),
    (marks) => marks.includes('Uber'),
    'a mark on the late line',
  );
  await page.evaluate(() => {
    document.body.innerHTML = '<p>Spotify alone</p>';
  });
  await waitForMarks(page, ['Spotify']);
  await page.close();
});
