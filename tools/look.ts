/**
 * Shows what is marked on pages: `npm run look -- FILE|FOLDER…` opens each HTML file in a real browser with the built extension,
 * prints every mark with the elements around it and its sentence, and writes a picture with the marks painted. For hunting false
 * marks in navigation, share bars, notices and footers. The pages' own scripts do not run.
 */
import { mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { basename, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Command } from 'commander';
import type { Page } from 'puppeteer-core';
import { launchBrowser } from './browsers';

const EXTENSION = fileURLToPath(new URL('../.output/chrome-mv3', import.meta.url));
/** Pages taller than this are cut in the picture, in CSS pixels. */
const PICTURE_HEIGHT = 12_000;

interface SeenMark {
  text: string;
  /** Elements around, innermost first: `p.story < article < main`. */
  path: string;
  sentence: string;
}

new Command('look')
  .description('Show what is marked on pages, in a real browser (build the extension first)')
  .argument('<paths...>', 'HTML files, or folders of them')
  .option('--pictures <folder>', 'where pictures go; none where not given')
  .action(async (paths: string[], options: { pictures?: string }) => {
    const from = process.env.INIT_CWD ?? '.';
    const files = paths.flatMap((path) => htmlFiles(resolve(from, path)));
    const pictures = options.pictures && resolve(from, options.pictures);
    if (pictures) mkdirSync(pictures, { recursive: true });
    const server = createServer((request, response) => {
      const file = files[Number(request.url?.slice(1))];
      response.writeHead(file ? 200 : 404, {
        'content-type': 'text/html; charset=utf-8',
        'content-security-policy': "script-src 'none'",
      });
      response.end(file && readFileSync(file));
    });
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    const { browser } = await launchBrowser({ kind: 'chromium', extensions: [EXTENSION], headless: true });
    try {
      for (const [at, file] of files.entries()) {
        const page = await browser.newPage();
        await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/${at}`, {
          waitUntil: 'domcontentloaded',
        });
        const marks = await marksOnceRead(page);
        console.log(`\n${basename(file)}: ${marks.length} marks`);
        for (const { text, path, sentence } of marks) console.log(`  ${text}  ‹${path}›\n      ${sentence}`);
        if (pictures) await picture(page, join(pictures, `${basename(file, '.html')}.png`));
        await page.close();
      }
    } finally {
      await browser.close();
      server.close();
    }
  })
  .parse();

function htmlFiles(path: string): string[] {
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path)
    .filter((name) => /\.x?html?$/i.test(name))
    .sort()
    .map((name) => join(path, name));
}

/**
 * The marks once their number has not changed for a second: the page is read in slices, and only what is laid out is marked.
 * Where there are many, all are registered only while the page scrolls.
 */
async function marksOnceRead(page: Page): Promise<SeenMark[]> {
  let count = -1;
  for (let stable = 0; stable < 4; ) {
    const now = (await page.evaluate(
      `document.body.dispatchEvent(new Event('scroll')), CSS.highlights.get('privacy-footnotes')?.size ?? 0`,
    )) as number;
    stable = now === count ? stable + 1 : 0;
    count = now;
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
  return (await page.evaluate(`[...(CSS.highlights.get('privacy-footnotes') ?? [])].map((range) => {
    const live = document.createRange();
    live.setStart(range.startContainer, range.startOffset);
    live.setEnd(range.endContainer, range.endOffset);
    const path = [];
    for (let at = range.startContainer.parentElement; at && at !== document.body; at = at.parentElement) {
      const names = [at.id && '#' + at.id, ...String(at.getAttribute('class') ?? '').split(/\\s+/).filter(Boolean).map((name) => '.' + name)];
      path.push(at.localName + names.filter(Boolean).slice(0, 2).join(''));
    }
    const block = range.startContainer.parentElement.closest('p, li, td, h1, h2, h3, h4, h5, h6, div, section, article') ?? document.body;
    const text = block.textContent.replace(/\\s+/g, ' ');
    const at = Math.max(0, text.indexOf(live.toString().replace(/\\s+/g, ' ')));
    return { text: live.toString(), path: path.slice(0, 7).join(' < '), sentence: text.slice(Math.max(0, at - 80), at + 100) };
  })`)) as SeenMark[];
}

async function picture(page: Page, path: string): Promise<void> {
  await page
    .addStyleTag({ content: '::highlight(privacy-footnotes) { background: #ff0; color: #c00; }' })
    .catch(() => undefined);
  const height = (await page.evaluate('document.documentElement.scrollHeight')) as number;
  await page.setViewport({ width: 1100, height: Math.min(PICTURE_HEIGHT, Math.max(600, height)) });
  await page.screenshot({ path });
}
