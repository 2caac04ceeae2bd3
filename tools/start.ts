/**
 * Builds the extension and shows its main job in a real browser: `npm start`, `npm start -- <file or address>`.
 * With a display: a window. Without one: the found companies are printed, and screenshots are written.
 */
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'puppeteer-core';
import { build } from 'wxt';
import type { PageReport } from '../messaging/protocol';
import type { CompanyCard } from '../model/company-card';
import { countOf } from '../model/wording';
import { launchBrowser } from './browsers';
import { cardText } from './card-text';
import { findBrowser } from './installed-browsers.mjs';

const ROOT = fileURLToPath(new URL('../', import.meta.url));
const ARTICLE = join(ROOT, 'tests/fixtures/pages/facebook-partners.html');
const SCREENSHOTS = join(ROOT, 'screenshots');
const MARK = 'privacy-footnotes';

async function main(): Promise<void> {
  const place = process.argv[2] ?? ARTICLE;
  const address = /^https?:/.test(place) ? place : await serveFile(place);
  const hasDisplay = Boolean(process.env.DISPLAY ?? process.env.WAYLAND_DISPLAY);
  await build({ root: ROOT, configFile: join(ROOT, 'wxt.config.ts'), browser: 'chrome' });
  console.log(`Browser: ${findBrowser('chromium')}${hasDisplay ? '' : ' (no display: headless)'}`);
  const { browser, extensionOrigin } = await launchBrowser({
    kind: 'chromium',
    extensions: [join(ROOT, '.output/chrome-mv3')],
    headless: !hasDisplay,
    viewport: hasDisplay ? null : { width: 1100, height: 850 },
  });
  try {
    const page = (await browser.pages())[0] ?? (await browser.newPage());
    await page.goto(address, { waitUntil: 'load', timeout: 60_000 });
    await show(browser, page, extensionOrigin, !hasDisplay);
    if (!hasDisplay) return;
    console.log('\nRest the pointer on a dotted name, or open the toolbar popup. Close the window to end.');
    await new Promise((ended) => browser.once('disconnected', ended));
  } finally {
    await browser.close().catch(() => undefined);
  }
}

async function show(browser: Browser, page: Page, extensionOrigin: string, withScreenshots: boolean): Promise<void> {
  const popup = await browser.newPage();
  await popup.setViewport({ width: 380, height: 600 });
  await popup.goto(`${extensionOrigin}/popup.html`);
  const tabId = await tabOf(popup, page);
  const report = await reportOf(popup, tabId);
  const cards = await ask<CompanyCard[]>(popup, 'getCards', {
    companies: report.companies.map((company) => company.id),
    onPage: report.companies.map((company) => company.id),
    incidents: 1,
  });
  const byId = new Map(cards.map((card) => [card.id, card]));
  console.log(
    `\n${await page.title()}\n${countOf(report.companies.length, 'company', 'companies')} on record on this page:`,
  );
  for (const { id, mentions, subject } of report.companies) {
    const card = byId.get(id);
    if (card)
      console.log(
        `  ${card.name.padEnd(28)} ${countOf(mentions, 'mention').padEnd(12)} ${countOf(card.incidentCount, 'incident').padEnd(13)} ${subject ? 'the page is about it' : 'in passing'}`,
      );
  }
  const first = report.companies[0] && byId.get(report.companies[0].id);
  if (first) console.log(`\nThe card of the first:\n\n${cardText(first)}`);
  if (!withScreenshots) {
    await popup.close();
    return;
  }
  mkdirSync(SCREENSHOTS, { recursive: true });
  await page.bringToFront();
  await page.screenshot({ path: join(SCREENSHOTS, 'page.png') });
  const hasCard = await hoverFirstMark(page);
  if (hasCard) await page.screenshot({ path: join(SCREENSHOTS, 'card.png') });
  await popup.goto(`${extensionOrigin}/popup.html?tab=${tabId}`);
  await popup.bringToFront();
  await popup.waitForFunction(
    report.companies.length > 0
      ? "document.querySelectorAll('main li, li').length > 0"
      : 'document.body.innerText.length > 20',
  );
  await popup.screenshot({ path: join(SCREENSHOTS, 'popup.png'), fullPage: true });
  console.log(
    `\nScreenshots: ${['page', ...(hasCard ? ['card'] : []), 'popup'].map((name) => relative(process.cwd(), join(SCREENSHOTS, `${name}.png`))).join(', ')}`,
  );
}

/** Sends a message of the protocol from a page of the extension. Code for the page is text here: a compiler's helpers do not reach it. */
async function ask<T>(extensionPage: Page, type: string, data: unknown, tabId?: number): Promise<T> {
  const message = JSON.stringify({ id: 1, type, data, timestamp: 1 });
  const send =
    tabId === undefined
      ? `chrome.runtime.sendMessage(${message})`
      : `chrome.tabs.sendMessage(${tabId}, ${message}, { frameId: 0 })`;
  const answer = (await extensionPage.evaluate(`${send}.catch((error) => ({ err: { message: String(error) } }))`)) as
    | { res?: T; err?: { message: string } }
    | undefined;
  if (!answer || answer.err) throw new Error(answer?.err?.message ?? 'no answer');
  return answer.res as T;
}

/** The id of the browser's tab that shows `page`. */
async function tabOf(extensionPage: Page, page: Page): Promise<number> {
  await page.bringToFront();
  const [tab] = (await extensionPage.evaluate('chrome.tabs.query({ active: true })')) as { id: number }[];
  if (!tab) throw new Error('the tab of the page was not found');
  return tab.id;
}

/** What the page's script reports once it has read the page. */
async function reportOf(extensionPage: Page, tabId: number): Promise<PageReport> {
  const end = Date.now() + 20_000;
  for (;;) {
    const report = await ask<PageReport>(extensionPage, 'reportPage', undefined, tabId).catch(() => undefined);
    if (report && report.state !== 'reading') return report;
    if (Date.now() > end)
      throw new Error('this page could not be read; give the path of an HTML file or an http(s) address');
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

/** Rests the pointer on the first mark; false where there is none. */
async function hoverFirstMark(page: Page): Promise<boolean> {
  const place = (await page.evaluate(`(() => {
    const first = [...(CSS.highlights.get('${MARK}') ?? [])]
      .map((range) => { const live = document.createRange(); live.setStart(range.startContainer, range.startOffset); live.setEnd(range.endContainer, range.endOffset); return live.getBoundingClientRect(); })
      .filter((box) => box.width > 0 && box.top >= 0 && box.bottom < innerHeight / 2)
      .sort((a, b) => a.top - b.top || a.left - b.left)[0];
    return first ? { x: first.left + first.width / 2, y: first.top + first.height / 2 } : null;
  })()`)) as { x: number; y: number } | null;
  if (!place) return false;
  await page.mouse.move(5, 5);
  await page.mouse.move(place.x, place.y, { steps: 4 });
  await page.waitForSelector('privacy-footnotes-card:not([data-unseen])', { timeout: 5000 });
  return true;
}

async function serveFile(file: string): Promise<string> {
  const path = resolve(process.env.INIT_CWD ?? '.', file);
  if (!existsSync(path)) throw new Error(`${file} does not exist; give the path of an HTML file or an http(s) address`);
  const content = readFileSync(path);
  const type =
    /\.x?html?$/i.test(path) || /^\s*</.test(content.subarray(0, 200).toString()) ? 'text/html' : 'text/plain';
  const server = createServer((request, response) => {
    const isPage = request.url === '/';
    response
      .writeHead(isPage ? 200 : 404, { 'content-type': `${type}; charset=utf-8` })
      .end(isPage ? content : undefined);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  server.unref();
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
}

main().then(
  () => process.exit(0),
  (error: unknown) => {
    console.error(`start: ${error instanceof Error ? error.message : error}`);
    process.exit(1);
  },
);
