/**
 * Every other file ends with the assertion that nothing left the test web. Here is the proof that the recorder would have
 * seen it, from each place that the extension runs in.
 */
import { expect, test } from 'vitest';
import { deskOf } from './support/extension-pages';
import { html, useSession } from './support/fixture';
import { until } from './support/session';

const session = useSession({ mayLeak: true });

const recorded = (host: string) =>
  until(
    async () => [...session.current.web.outside],
    (seen) => seen.some((request) => request.includes(host)),
    `a request to ${host}`,
  );

test('a request of an extension page is recorded', async () => {
  const desk = await deskOf(session.current);
  await desk.evaluate(() => void fetch('http://leak.example/extension-page').catch(() => undefined));
  await recorded('leak.example');
});

test('so is an encrypted one, and one of a page', async () => {
  const desk = await deskOf(session.current);
  await desk.evaluate(() => void fetch('https://sealed-leak.example/').catch(() => undefined));
  await recorded('sealed-leak.example');
  const page = await session.current.open(
    'http://leaking.test/',
    html('<img src="http://page-leak.example/pixel.gif" alt="">'),
  );
  await recorded('page-leak.example');
  await page.close();
});

test('what the test web itself serves is not', async () => {
  const page = await session.current.open('http://inside.test/', html('<p>Netflix</p>'));
  expect(session.current.web.outside.filter((request) => request.includes('inside.test'))).toEqual([]);
  await page.close();
});
