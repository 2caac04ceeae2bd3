/** What tests do on, and through, the extension's own pages: tabs, storage, badge, popup, switches. */
import type { ElementHandle, Page } from 'puppeteer-core';
import { type Session, until } from './session';

interface Report {
  host: string;
  state: string;
  companies: { id: string; mentions: number; subject: boolean }[];
}

const desks = new WeakMap<Session, Page>();

/** A page of the extension that stays open behind the others, for calls of the extension's interfaces. */
export async function deskOf(session: Session): Promise<Page> {
  const known = desks.get(session);
  if (known && !known.isClosed() && session.browser.connected && known.browser() === session.browser) {
    const alive = await known.evaluate(() => typeof globalThis.chrome?.runtime?.id === 'string').catch(() => false);
    if (alive) return known;
  }
  const desk = await session.openExtensionPage('/options.html');
  desks.set(session, desk);
  return desk;
}

/** Ids of all tabs that are open now. */
export async function tabIds(session: Session): Promise<number[]> {
  const desk = await deskOf(session);
  return desk.evaluate(async () => (await globalThis.chrome.tabs.query({})).flatMap((tab) => tab.id ?? []));
}

/** What the extension's script in a tab reports; undefined where nobody answers. */
export async function reportOfTab(session: Session, tabId: number): Promise<Report | undefined> {
  const desk = await deskOf(session);
  return desk.evaluate(
    async (id) =>
      globalThis.chrome.tabs.sendMessage(id, { id: 1, type: 'reportPage', timestamp: Date.now() }, { frameId: 0 }).then(
        (answer) => answer?.res,
        () => undefined,
      ),
    tabId,
  );
}

/** The browser's id of the tab of a page that the extension reads; no other tab may be on the same host. */
export async function tabIdOf(session: Session, page: Page): Promise<number> {
  const host = new URL(page.url()).hostname;
  const find = async () => {
    for (const id of await tabIds(session)) if ((await reportOfTab(session, id))?.host === host) return id;
    return undefined;
  };
  return (await until(find, (id) => id !== undefined, `a tab on ${host}`)) as number;
}

/** Opens the popup's page for the tab of `page`. It is a tab of its own; the page is behind it. */
export async function openPopupFor(session: Session, page: Page): Promise<Page> {
  return session.openExtensionPage(`/popup.html?tab=${await tabIdOf(session, page)}`);
}

/** Opens the popup's page in a window of its own, so that the page stays in view as under a real popup. */
export async function openPopupBeside(session: Session, page: Page): Promise<Page> {
  const tabId = await tabIdOf(session, page);
  const desk = await deskOf(session);
  const address = `${session.extensionOrigin}/popup.html?tab=${tabId}`;
  await page.bringToFront();
  await desk.evaluate((url) => void globalThis.chrome.windows.create({ url, width: 420, height: 700 }), address);
  const find = async () => {
    for (const tab of await session.browser.pages())
      if ((await tab.evaluate(() => location.href).catch(() => '')) === address) return tab;
    return undefined;
  };
  return (await until(find, (tab) => tab !== undefined, 'the popup’s window')) as Page;
}

/** The text that a page shows. */
export const textOf = (page: Page): Promise<string> => page.evaluate(() => document.body.innerText);

export const waitForText = (page: Page, text: string | RegExp, timeout?: number): Promise<string> =>
  until(
    () => textOf(page),
    (seen) => (typeof text === 'string' ? seen.includes(text) : text.test(seen)),
    `the text “${text}”`,
    timeout,
  );

/** The entries of a list that has this name, line by line. */
export const entriesOf = (page: Page, list: string): Promise<string[][]> =>
  page.evaluate(
    (name) =>
      [...document.querySelectorAll('ul, ol')]
        .filter((one) => one.getAttribute('aria-label') === name)
        .flatMap((one) => [...one.children])
        .map((entry) =>
          (entry as HTMLElement).innerText
            .split('\n')
            .map((line) => line.trim())
            .filter(Boolean),
        ),
    list,
  );

/** The control that is called `name`, by its label or its text (whole, or its first line). */
export async function control(page: Page, name: string): Promise<ElementHandle<HTMLElement>> {
  const find = async () => {
    const handle = await page.evaluateHandle((wanted) => {
      const plain = (text: string | null | undefined) => (text ?? '').replace(/\s+/g, ' ').trim();
      return [...document.querySelectorAll<HTMLElement>('button, a[href], input, summary')].find((element) => {
        const labels = [...((element as HTMLInputElement).labels ?? [])].map((label) => plain(label.textContent));
        const texts = [
          element.getAttribute('aria-label'),
          element.textContent,
          element.innerText?.split('\n')[0],
          ...labels,
        ];
        return texts.some((text) => plain(text) === wanted);
      });
    }, name);
    return handle.asElement() as ElementHandle<HTMLElement> | null;
  };
  return (await until(find, (found) => found !== null, `a control called “${name}”`)) as ElementHandle<HTMLElement>;
}

/** Presses the control that is called `name`. */
export async function press(page: Page, name: string): Promise<void> {
  await page.bringToFront();
  await (await control(page, name)).click();
}

/** Whether a switch or a choice is on. */
export const isOn = async (page: Page, name: string): Promise<boolean> =>
  (await control(page, name)).evaluate((element) =>
    element instanceof HTMLInputElement ? element.checked : element.getAttribute('aria-checked') === 'true',
  );

/** Text on the toolbar button for a tab. */
export async function badgeOf(session: Session, tabId: number): Promise<string> {
  const desk = await deskOf(session);
  return desk.evaluate((id) => globalThis.chrome.action.getBadgeText({ tabId: id }), tabId);
}

export const waitForBadge = (session: Session, tabId: number, text: string): Promise<string> =>
  until(
    () => badgeOf(session, tabId),
    (seen) => seen === text,
    `the badge “${text}”`,
  );

/** Puts settings into storage, as the extension's pages do; those left out fall to their defaults. */
export async function putSettings(session: Session, settings: Record<string, unknown> = {}): Promise<void> {
  const desk = await deskOf(session);
  await desk.evaluate((value) => globalThis.chrome.storage.local.set({ settings: value }), settings);
}
