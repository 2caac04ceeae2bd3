/** A picture of a card: the real components and styles, bundled into a page of their own, light beside dark. */
import { fileURLToPath } from 'node:url';
import preact from '@preact/preset-vite';
import puppeteer from 'puppeteer-core';
import { build } from 'vite';
import type { CompanyCard } from '../model/company-card';
import { WorkshopError } from './dataset-files';
import { findBrowser } from './installed-browsers.mjs';

const ROOT = fileURLToPath(new URL('../', import.meta.url));
const ENTRY = 'virtual:card-picture.js';

/** The page’s script. It is text, not an import: `tools` does not import `components`, it bundles them (docs/workshop.md, “Seeing it”). */
const SCRIPT = `
import { h, render } from 'preact';
import { CompanyCard } from '${ROOT}components/CompanyCard.tsx';
import '${ROOT}components/theme.css';
import '${ROOT}components/card.css';
const { card, shown } = JSON.parse(document.getElementById('card').textContent);
for (const theme of ['light', 'dark'])
  render(h(CompanyCard, { card, shown, headingId: theme, onClose() {}, onOpenAll() {} }), document.getElementById(theme + '-card'));
`;

const STYLE = `
body { margin: 0; }
main { display: inline-flex; align-items: stretch; }
section { padding: 28px; }
main .pf-surface { inline-size: 380px; max-block-size: none; }
section[data-theme=light] { background: #fff; }
section[data-theme=dark] { background: #111; }
`;

/** The page that shows `card`, whole: no address is asked for anything. */
export async function cardPage(card: CompanyCard, shown: number): Promise<string> {
  const output = await build({
    root: ROOT,
    configFile: false,
    logLevel: 'error',
    plugins: [
      preact(),
      {
        name: 'card-picture',
        resolveId: (id) => (id === ENTRY ? ENTRY : undefined),
        load: (id) => (id === ENTRY ? SCRIPT : undefined),
      },
    ],
    build: {
      write: false,
      target: 'esnext',
      cssTarget: 'esnext',
      rollupOptions: { input: ENTRY, output: { format: 'iife' } },
    },
  });
  const files = [output].flat().flatMap((one) => ('output' in one ? one.output : []));
  const script = files.map((file) => (file.type === 'chunk' ? file.code : '')).join('');
  const css = files
    .map((file) => (file.type === 'asset' && file.fileName.endsWith('.css') ? file.source : ''))
    .join('');
  const json = JSON.stringify({ card, shown }).replaceAll('<', '\\u003c');
  const side = (theme: string) =>
    `<section data-theme="${theme}"><div class="pf-surface" id="${theme}-card"></div></section>`;
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>${card.id}</title><style>${css}${STYLE}</style>
<main>${side('light')}${side('dark')}</main><script id="card" type="application/json">${json}</script>
<script>${script.replaceAll('</script', '<\\/script')}</script></html>`;
}

/** Draws the card as a PNG. Throws a {@link WorkshopError} where no browser is installed. */
export async function cardPicture(card: CompanyCard, shown: number): Promise<Uint8Array> {
  const executablePath = findBrowser('chromium');
  if (!executablePath)
    throw new WorkshopError(
      'no Chromium found for the picture: apt-get install chromium, or set CHROMIUM_PATH (--text leaves it out)',
    );
  const html = await cardPage(card, shown);
  const browser = await puppeteer.launch({
    executablePath,
    headless: true,
    args: ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking', '--lang=en-GB'],
  });
  try {
    const page = await browser.newPage();
    await page.setViewport({ width: 900, height: 800, deviceScaleFactor: 2 });
    await page.setContent(html, { waitUntil: 'load' });
    const main = await page.waitForSelector('main:has(.pf-card)', { timeout: 10_000 });
    if (!main) throw new Error('the card was not drawn');
    return await main.screenshot({ type: 'png' });
  } finally {
    await browser.close();
  }
}
