/** Pages that change on and on: nothing is lost, no mark stays where its name has gone, and what left the page is let go. */
import type { Page } from 'puppeteer-core';
import { expect, inject, test } from 'vitest';
import { html, useSession } from './support/fixture';
import { marksOf, until, waitForMarks } from './support/session';

const session = useSession();

/** A ticker that says `line(count)` a hundred times a second, where `line` is what the page was last told. */
const TICKER = `<p id="ticker">Quiet so far</p><script>
  const text = document.getElementById('ticker').firstChild;
  let count = 0, line = (n) => 'Quiet news ' + n;
  setInterval(() => { if (line) text.data = line(++count); }, 10);</script>`;

const ticks = (page: Page, more: number) =>
  page.evaluate('count').then((from) =>
    until(
      () => page.evaluate('count') as Promise<number>,
      (now) => now - (from as number) >= more,
      `${more} ticks`,
    ),
  );

test('while a ticker runs, all else is marked as ever; the ticker too, once it names something', async () => {
  const page = await session.current.open('http://busy.test/ticker', html(`<p>Netflix</p>${TICKER}`));
  await waitForMarks(page, ['Netflix']);
  // Long enough for the ticker to be read seldom.
  await ticks(page, 300);
  await page.evaluate(() => document.body.insertAdjacentHTML('beforeend', '<p>Spotify</p>'));
  await waitForMarks(page, ['Netflix', 'Spotify']);
  await page.evaluate("line = (n) => 'Dropbox said ' + n");
  await waitForMarks(page, ['Netflix', 'Spotify', 'Dropbox']);
  // Nowhere but where it stands.
  await page.evaluate("line = (n) => 'Weather: ' + n");
  await waitForMarks(page, ['Netflix', 'Spotify']);
  await page.close();
});

test('what a ticker says in the end is read', async () => {
  const page = await session.current.open('http://busy.test/end', html(`<p>Netflix</p>${TICKER}`));
  await waitForMarks(page, ['Netflix']);
  await ticks(page, 300);
  await page.evaluate("line = undefined; text.data = 'Microsoft said so'");
  await waitForMarks(page, ['Netflix', 'Microsoft']);
  await page.close();
});

test('a mark in a text that changes around it does not flash', async () => {
  const page = await session.current.open(
    'http://busy.test/flash',
    html('<p>Netflix has <span id="n">0</span> readers</p>'),
  );
  await waitForMarks(page, ['Netflix']);
  const seen = await page.evaluate(async () => {
    const ranges = new Set<AbstractRange>();
    let least = 1;
    // Each reading anew makes a range of its own.
    for (let n = 1; ranges.size < 4; n++) {
      await new Promise(requestAnimationFrame);
      const marks = [...(CSS.highlights.get('privacy-footnotes') ?? [])];
      least = Math.min(least, marks.length);
      for (const mark of marks) ranges.add(mark);
      (document.getElementById('n') as HTMLElement).textContent = String(n);
    }
    return least;
  });
  expect(seen).toBe(1);
  await waitForMarks(page, ['Netflix']);
  await page.close();
});

/** A list that a hundred items a second pass through, each with a name; the page remembers them weakly. */
const FEED = `<ul id="feed"></ul><p>Spotify</p><script>
  const feed = document.getElementById('feed'), gone = [];
  let item = () => 'Netflix';
  setInterval(() => {
    if (!item) return;
    const li = document.createElement('li');
    li.textContent = item();
    feed.prepend(li);
    if (feed.childElementCount <= 10) return;
    gone.push(new WeakRef(feed.lastElementChild));
    feed.lastElementChild.remove();
  }, 10);</script>`;

test('of a feed that never rests, what stays in the end is marked', async () => {
  const page = await session.current.open('http://busy.test/feed', html(FEED));
  await waitForMarks(page, ['Spotify', ...Array<string>(10).fill('Netflix')]);
  await until(
    () => page.evaluate('gone.length') as Promise<number>,
    (count) => count > 300,
    'a busy feed',
  );
  await page.evaluate("item = undefined; feed.innerHTML = '<li>Dropbox</li><li>Microsoft</li>'");
  await waitForMarks(page, ['Spotify', 'Dropbox', 'Microsoft']);
  await page.close();
});

test.skipIf(inject('browserKind') === 'firefox')('what passed through the page is let go', async () => {
  const page = await session.current.open('http://busy.test/gone', html(FEED));
  await until(
    () => marksOf(page),
    (marks) => marks.includes('Netflix'),
    'marks in the feed',
  );
  await until(
    () => page.evaluate('gone.length') as Promise<number>,
    (count) => count > 500,
    'a busy feed',
  );
  const devtools = await page.createCDPSession();
  // Of the first five hundred; more come on and on.
  await until(
    async () => {
      await devtools.send('HeapProfiler.collectGarbage');
      return page.evaluate('gone.slice(0, 500).filter((item) => item.deref()).length') as Promise<number>;
    },
    (held) => held === 0,
    'items held',
  );
  await page.close();
});
