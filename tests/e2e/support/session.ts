/** A browser with the built extension, and what tests do with it. */
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'puppeteer-core';
import { launchBrowser } from '../../../tools/browsers';
import type { BrowserKind } from '../../../tools/installed-browsers.mjs';
import { type TestPage, TestWeb } from './web';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
const BUILT: Record<BrowserKind, string> = {
  chromium: join(ROOT, '.output/chrome-mv3'),
  firefox: join(ROOT, '.output/firefox-mv3'),
};

export interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
  width: number;
  height: number;
}

/** What the spy sees of the open card. */
export interface SeenCard {
  text: string;
  /** The text of each incident, in their order. */
  incidents: string[];
  box: Box;
  role: string;
  label: string | null;
  focusInside: boolean;
  focused: string | null;
  background: string;
  colour: string;
  fontSize: string;
  direction: string;
  links: { href: string; text: string; rel: string; target: string }[];
  controls: { text: string; label: string | null; box: Box }[];
}

export interface SessionOptions {
  preferences?: Record<string, string | number | boolean>;
  switches?: string[];
}

export class Session {
  readonly #temporary: string[] = [];
  readonly #options: SessionOptions;
  browser!: Browser;
  extensionOrigin!: string;

  private constructor(
    readonly kind: BrowserKind,
    readonly web: TestWeb,
    readonly profile: string,
    options: SessionOptions,
  ) {
    this.#options = options;
    this.#temporary.push(profile);
  }

  static async start(kind: BrowserKind, options: SessionOptions = {}): Promise<Session> {
    const session = new Session(
      kind,
      await TestWeb.start(),
      mkdtempSync(join(tmpdir(), 'footnotes-profile-')),
      options,
    );
    await session.#launch();
    return session;
  }

  /** Ends the browser and starts it again with the same profile. */
  async restart(): Promise<void> {
    await this.browser.close();
    await this.#launch();
  }

  /** Installs the extension once more over itself, as an update does: pages that are open keep the script of the old copy. */
  async reinstall(): Promise<void> {
    await this.browser.installExtension(BUILT[this.kind]);
  }

  async stop(): Promise<void> {
    await this.browser?.close().catch(() => undefined);
    await this.web.stop();
    for (const folder of this.#temporary) rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  }

  /** Opens a page of the test web; `page` is put at `address` first where given. */
  async open(address: string, page?: TestPage): Promise<Page> {
    if (page !== undefined) this.web.serve(address, page);
    const tab = await this.browser.newPage();
    await tab.goto(address, { waitUntil: 'load' });
    return tab;
  }

  /** Opens a page of the extension, such as `/options.html`. */
  async openExtensionPage(path: string): Promise<Page> {
    const tab = await this.browser.newPage();
    const address = `${this.extensionOrigin}${path}`;
    // Firefox goes there and never says that it arrived.
    if (this.kind === 'firefox') await tab.goto(address, { timeout: 500 }).catch(() => undefined);
    else await tab.goto(address, { waitUntil: 'load' });
    await until(
      () => tab.evaluate(() => `${location.href} ${document.readyState}`),
      (seen) => seen === `${address} complete`,
      `${address} to open`,
    );
    return tab;
  }

  async #launch(): Promise<void> {
    const { browser, extensionOrigin } = await launchBrowser({
      kind: this.kind,
      extensions: [BUILT[this.kind], this.#spy()],
      headless: true,
      profile: this.profile,
      proxyPort: this.web.port,
      ...this.#options,
    });
    this.browser = browser;
    this.extensionOrigin = extensionOrigin;
  }

  #spy(): string {
    const folder = mkdtempSync(join(tmpdir(), 'footnotes-spy-'));
    this.#temporary.push(folder);
    cpSync(fileURLToPath(new URL('./spy-extension', import.meta.url)), folder, { recursive: true });
    cpSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), join(folder, 'axe.js'));
    return folder;
  }
}

/** The texts of all marks on the page, as the browser holds them, in no particular order. */
export function marksOf(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const highlight = CSS.highlights.get('privacy-footnotes');
    return [...(highlight ?? [])].map((range) => {
      const live = document.createRange();
      live.setStart(range.startContainer, range.startOffset);
      live.setEnd(range.endContainer, range.endOffset);
      return live.toString();
    });
  });
}

/** Waits until `check` says yes; the error tells what was last seen. */
export async function until<T>(
  read: () => Promise<T>,
  check: (value: T) => boolean,
  what: string,
  timeout = 15_000,
): Promise<T> {
  const end = Date.now() + timeout;
  let value: T | undefined;
  let failure: unknown;
  do {
    try {
      value = await read();
      failure = undefined;
      if (check(value)) return value;
    } catch (error) {
      failure = error;
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  } while (Date.now() < end);
  throw new Error(`${what}: ${failure ? String(failure) : `last seen ${JSON.stringify(value)?.slice(0, 1500)}`}`);
}

/** Waits for exactly these marks. */
export function waitForMarks(page: Page, expected: string[]): Promise<string[]> {
  const wanted = [...expected].sort().join('\n');
  return until(
    () => marksOf(page),
    (marks) => [...marks].sort().join('\n') === wanted,
    `marks ${JSON.stringify(expected)}`,
  );
}

/** Asks the spy in the page; null where no card is open. */
export async function askSpy<T>(page: Page, question: 'card' | 'axe' | 'spoil'): Promise<T | null> {
  return page.evaluate(
    (name) =>
      new Promise<never>((resolve, reject) => {
        const id = Math.random();
        const timer = setTimeout(() => reject(new Error('the spy did not answer')), 20_000);
        document.addEventListener('footnotes-spy-answer', function listen(event) {
          const answer = JSON.parse((event as CustomEvent<string>).detail);
          if (answer.id !== id) return;
          clearTimeout(timer);
          document.removeEventListener('footnotes-spy-answer', listen);
          if (answer.error) reject(new Error(answer.error));
          else resolve(answer.value as never);
        });
        document.dispatchEvent(
          new CustomEvent('footnotes-spy-ask', { detail: JSON.stringify({ id, question: name }) }),
        );
      }),
    question,
  );
}

export const cardOf = (page: Page): Promise<SeenCard | null> => askSpy<SeenCard>(page, 'card');

/** Waits for an open card whose text holds `text`. */
export async function waitForCard(page: Page, text: string): Promise<SeenCard> {
  const card = await until(
    () => cardOf(page),
    (seen) => seen?.text.includes(text) === true,
    `a card with “${text}”`,
  );
  return card as SeenCard;
}

export async function waitForNoCard(page: Page): Promise<void> {
  await until(
    () => cardOf(page),
    (seen) => seen === null,
    'no card',
  );
}

/** The middle of the n-th mark with this text, in viewport pixels; scrolled into view first. */
export function placeOfMark(page: Page, text: string, nth = 0): Promise<{ x: number; y: number }> {
  return page.evaluate(
    async (wanted, index) => {
      const ranges = [...(CSS.highlights.get('privacy-footnotes') ?? [])].filter((range) => {
        const live = document.createRange();
        live.setStart(range.startContainer, range.startOffset);
        live.setEnd(range.endContainer, range.endOffset);
        return live.toString() === wanted;
      });
      const range = ranges[index];
      if (!range) throw new Error(`no mark “${wanted}”`);
      range.startContainer.parentElement?.scrollIntoView({ block: 'center', behavior: 'instant' });
      // The event of this scrolling comes with the next frame; a pointer that has come to rest by then would be thrown off.
      if (!document.hidden) await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
      const live = document.createRange();
      live.setStart(range.startContainer, range.startOffset);
      live.setEnd(range.endContainer, range.endOffset);
      const rect = live.getClientRects()[0] as DOMRect;
      return { x: rect.left + rect.width / 2, y: rect.top + rect.height / 2 };
    },
    text,
    nth,
  );
}

/** Rests the pointer on a mark and waits for the card. */
export async function hoverMark(page: Page, text: string, cardText: string, nth = 0): Promise<SeenCard> {
  const { x, y } = await placeOfMark(page, text, nth);
  await page.mouse.move(Math.max(0, x - 40), Math.max(0, y - 40));
  await page.mouse.move(x, y, { steps: 4 });
  return waitForCard(page, cardText);
}
