/** The number on the toolbar button: how many companies on record the page names. */
import { expect, test } from 'vitest';
import { badgeOf, putSettings, tabIdOf, waitForBadge } from './support/extension-pages';
import { html, useSession } from './support/fixture';
import { until, waitForMarks } from './support/session';

const session = useSession();

test('the number of companies, not of mentions; none where the page names none', async () => {
  const page = await session.current.open('http://badge.test/', html('<p>Netflix, Netflix and Spotify</p>'));
  const tab = await tabIdOf(session.current, page);
  await waitForBadge(session.current, tab, '2');
  const quiet = await session.current.open('http://badge-quiet.test/', html('<p>Nobody</p>'));
  const quietTab = await tabIdOf(session.current, quiet);
  expect(await badgeOf(session.current, quietTab)).toBe('');
  expect(await badgeOf(session.current, tab)).toBe('2');
  await page.close();
  await quiet.close();
});

test('it follows later text, single-page navigation, navigation, and the way back', async () => {
  const page = await session.current.open('http://badge-follows.test/', html('<main id="main"><p>Netflix</p></main>'));
  const tab = await tabIdOf(session.current, page);
  await waitForBadge(session.current, tab, '1');
  await page.bringToFront();
  await page.evaluate(() => document.body.insertAdjacentHTML('beforeend', '<p>Spotify and Dropbox</p>'));
  await waitForBadge(session.current, tab, '3');
  await page.evaluate(() => {
    history.pushState({}, '', '/next');
    document.body.innerHTML = '<p>A view that names nobody</p>';
  });
  await waitForBadge(session.current, tab, '');
  await page.evaluate(() => {
    document.body.innerHTML = '<p>Microsoft</p>';
  });
  await waitForBadge(session.current, tab, '1');

  session.current.web.serve('http://badge-next.test/', html('<p>Netflix and Spotify</p>'));
  await page.goto('http://badge-next.test/');
  await waitForBadge(session.current, tab, '2');
  session.current.web.serve('http://badge-last.test/', html('<p>Nobody</p>'));
  await page.goto('http://badge-last.test/');
  await waitForBadge(session.current, tab, '');
  // Out of the browser's cache of whole pages: its script goes on where it was.
  await page.evaluate(() => history.back());
  await until(
    () => page.evaluate(() => location.hostname),
    (host) => host === 'badge-next.test',
    'the page before',
  );
  await waitForMarks(page, ['Netflix', 'Spotify']);
  await waitForBadge(session.current, tab, '2');
  await page.close();
});

test('a page that cannot be read has none', async () => {
  const page = await session.current.open('http://badge-leaves.test/', html('<p>Netflix</p>'));
  const tab = await tabIdOf(session.current, page);
  await waitForBadge(session.current, tab, '1');
  await page.goto('about:blank');
  await waitForBadge(session.current, tab, '');
  await page.close();
});

test('off by its setting, off for a switched-off site, off everywhere; on again without a reload', async () => {
  const page = await session.current.open('http://badge-off.test/', html('<p>Netflix</p>'));
  const other = await session.current.open('http://badge-on.test/', html('<p>Netflix and Spotify</p>'));
  const [tab, otherTab] = [await tabIdOf(session.current, page), await tabIdOf(session.current, other)];
  const expectBadges = async (first: string, second: string) => {
    const both = async () => [await badgeOf(session.current, tab), await badgeOf(session.current, otherTab)].join('|');
    await until(both, (seen) => seen === `${first}|${second}`, `badges ${first}|${second}`);
  };
  await expectBadges('1', '2');
  await putSettings(session.current, { badge: false });
  await expectBadges('', '');
  await putSettings(session.current);
  await expectBadges('1', '2');
  await putSettings(session.current, { sitesOff: ['badge-off.test'] });
  await expectBadges('', '2');
  await putSettings(session.current, { enabled: false });
  await expectBadges('', '');
  // Marks off is not reading off: the number stays.
  await putSettings(session.current, { marks: false });
  await expectBadges('1', '2');
  await putSettings(session.current);
  await expectBadges('1', '2');
  await page.close();
  await other.close();
});
