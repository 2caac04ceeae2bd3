/** Which tab the popup speaks about. */
import browser from 'webextension-polyfill';

export interface PopupPlace {
  /** The tab whose page is shown; undefined where there is none. */
  tabId: number | undefined;
  /** True where the popup is itself a tab: Firefox for Android, or opened by its address. */
  inTab: boolean;
}

/**
 * `?tab=<id>` in the popup’s address decides; else the active tab of the window, or, where the popup is itself a tab,
 * the one that was used before it. Never rejects.
 */
export async function findTab(): Promise<PopupPlace> {
  const own = await browser.tabs.getCurrent().catch(() => undefined);
  const inTab = own !== undefined;
  const asked = Number.parseInt(new URLSearchParams(location.search).get('tab') ?? '', 10);
  if (Number.isInteger(asked)) return { tabId: asked, inTab };
  try {
    const tabs = own
      ? (await browser.tabs.query({ currentWindow: true }))
          .filter((tab) => tab.id !== own.id)
          .sort((a, b) => (b.lastAccessed ?? 0) - (a.lastAccessed ?? 0))
      : await browser.tabs.query({ active: true, currentWindow: true });
    return { tabId: tabs[0]?.id, inTab };
  } catch {
    return { tabId: undefined, inTab };
  }
}
