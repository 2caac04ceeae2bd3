/** Chromium with the extension and the guests that it is measured against. */
import type { Browser, CDPSession, Page } from 'puppeteer-core';
import type { PageReport } from '../../messaging/protocol';
import { DEFAULT_SETTINGS, withSite } from '../../model/settings';
import { launchBrowser } from '../browsers';

/** How long anything may take before the bench gives up, in milliseconds. */
const PATIENCE_MS = 120_000;

export class BenchBrowser {
  private constructor(
    readonly browser: Browser,
    readonly extensionOrigin: string,
    /** A page of our extension, through which it is asked. */
    readonly desk: Page,
    /** The browser's own session. */
    readonly session: CDPSession,
  ) {}

  /** @param extensions folders, ours first */
  static async start(extensions: string[]): Promise<BenchBrowser> {
    const { browser, extensionOrigin } = await launchBrowser({
      kind: 'chromium',
      extensions,
      headless: true,
      viewport: { width: 1100, height: 800 },
      switches: ['--js-flags=--expose-gc'],
    });
    const desk = (await browser.pages())[0] ?? (await browser.newPage());
    await desk.goto(`${extensionOrigin}/options.html`);
    const bench = new BenchBrowser(browser, extensionOrigin, desk, await browser.target().createCDPSession());
    await bench.ask('getDatasetInfo');
    await bench.ask('restoreFilter');
    return bench;
  }

  /** Sends a message of the protocol to the background, or to the page in a tab. */
  async ask<T>(type: string, data: unknown = undefined, tabId?: number): Promise<T> {
    const message = JSON.stringify({ id: 1, type, data, timestamp: 1 });
    const send =
      tabId === undefined
        ? `chrome.runtime.sendMessage(${message})`
        : `chrome.tabs.sendMessage(${tabId}, ${message}, { frameId: 0 })`;
    const answer = (await this.desk.evaluate(`${send}.catch((error) => ({ err: { message: String(error) } }))`)) as
      | { res?: T; err?: { message: string } }
      | undefined;
    if (!answer || answer.err) throw new Error(`${type}: ${answer?.err?.message ?? 'no answer'}`);
    return answer.res as T;
  }

  /** Waits until our script has read the page in front. Asking costs the page a little. */
  async untilRead(page: Page): Promise<PageReport> {
    const end = Date.now() + PATIENCE_MS;
    let report: PageReport | undefined;
    while (Date.now() < end) {
      report = await this.ask<PageReport>('reportPage', undefined, await this.activeTab()).catch(() => undefined);
      if (report?.state === 'read' || report?.state === 'off') return report;
      if (report?.state === 'failed') break;
      await pause(50);
    }
    throw new Error(`${page.url()} was not read: ${report?.state ?? 'no answer'}`);
  }

  /** Whether our script says that it has read the page in front. */
  async isRead(): Promise<boolean> {
    const report = await this.ask<PageReport>('reportPage', undefined, await this.activeTab());
    return report.state === 'read' || report.state === 'off';
  }

  async activeTab(): Promise<number> {
    return (await this.desk.evaluate(
      'chrome.tabs.query({ active: true }).then((tabs) => tabs[0]?.id ?? -1)',
    )) as number;
  }

  /** Switches reading on or off on one host; everything else is as after installing. */
  async switchSite(host: string, on: boolean): Promise<void> {
    const settings = withSite(DEFAULT_SETTINGS, host, on);
    await this.desk.evaluate(`chrome.storage.local.set({ settings: ${JSON.stringify(settings)} })`);
  }

  /** Opens a tab in a process of its own, in front. */
  async open(address?: string): Promise<Page> {
    const page = await this.browser.newPage();
    page.setDefaultTimeout(PATIENCE_MS);
    if (address) await page.goto(address, { waitUntil: 'load', timeout: PATIENCE_MS });
    return page;
  }

  async stop(): Promise<void> {
    await this.browser.close();
  }
}

/** Between two looks at a condition. */
export const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Counters of a page's main thread: processor time in milliseconds, not time on the clock. */
export interface MainThread {
  taskMs: number;
  scriptMs: number;
  layoutMs: number;
  styleMs: number;
  heapBytes: number;
  listeners: number;
}

export async function watchMainThread(page: Page): Promise<{ session: CDPSession; read(): Promise<MainThread> }> {
  const session = await page.createCDPSession();
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  return {
    session,
    async read() {
      const { metrics } = await session.send('Performance.getMetrics');
      const of = (name: string) => metrics.find((metric) => metric.name === name)?.value ?? Number.NaN;
      return {
        taskMs: of('TaskDuration') * 1000,
        scriptMs: of('ScriptDuration') * 1000,
        layoutMs: of('LayoutDuration') * 1000,
        styleMs: of('RecalcStyleDuration') * 1000,
        heapBytes: of('JSHeapUsedSize'),
        listeners: of('JSEventListeners'),
      };
    },
  };
}
