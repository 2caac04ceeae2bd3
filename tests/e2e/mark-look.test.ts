/** What a mark looks like where it is painted: seen on the picture of the page, not in style sheets. */
import type { Page } from 'puppeteer-core';
import { expect, inject, test } from 'vitest';
import { html, useSession } from './support/fixture';
import { waitForMarks } from './support/session';

const session = useSession();

/** Light text on dark, each colour set on the text's own element. */
const DARK = html(
  `<p id="plain">Netflix</p><p id="link"><a href="#">Spotify</a></p><div id="shadow"></div>
  <script>document.getElementById('shadow').attachShadow({ mode: 'open' }).innerHTML = '<p style="color:#eee;margin:0">Dropbox</p>'</script>`,
  'Dark',
  '<style>html{background:#111;font:24px/2 sans-serif} #plain{color:#eee} a{color:#9cf;text-decoration:none}</style>',
);

/** How many pixels of an element's picture are lighter than middle grey. */
async function lightPixels(page: Page, id: string): Promise<number> {
  const clip = await page.evaluate((wanted) => {
    const { x, y, width, height } = (document.getElementById(wanted) as HTMLElement).getBoundingClientRect();
    return { x, y, width, height };
  }, id);
  const picture = await page.screenshot({ clip, encoding: 'base64' });
  return page.evaluate(async (data) => {
    const image = new Image();
    image.src = `data:image/png;base64,${data}`;
    await image.decode();
    const canvas = new OffscreenCanvas(image.width, image.height);
    const context = canvas.getContext('2d') as OffscreenCanvasRenderingContext2D;
    context.drawImage(image, 0, 0);
    const { data: bytes } = context.getImageData(0, 0, image.width, image.height);
    let light = 0;
    for (let at = 0; at < bytes.length; at += 4) if ((bytes[at + 1] as number) > 128) light++;
    return light;
  }, picture);
}

test('a mark has the colour of its own text, in links and shadow trees too', async () => {
  const page = await session.current.open('http://dark.test/', DARK);
  await waitForMarks(page, ['Netflix', 'Spotify', 'Dropbox']);
  const ids = ['plain', 'link', 'shadow'];
  const marked: number[] = [];
  for (const id of ids) marked.push(await lightPixels(page, id));
  await page.evaluate(() => CSS.highlights.clear());
  for (const [at, id] of ids.entries())
    expect(marked[at], `the underline of ${id}`).toBeGreaterThan((await lightPixels(page, id)) + 20);
  await page.close();
});

test.runIf(inject('browserKind') === 'chromium')('marks are not printed', async () => {
  const page = await session.current.open('http://printed.test/', DARK);
  await waitForMarks(page, ['Netflix', 'Spotify', 'Dropbox']);
  await page.emulateMediaType('print');
  const printed = await lightPixels(page, 'plain');
  await page.evaluate(() => CSS.highlights.clear());
  expect(printed).toBe(await lightPixels(page, 'plain'));
  await page.close();
});
