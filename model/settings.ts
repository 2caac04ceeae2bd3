/** What the user has chosen. Kept in the browser's extension storage, read back tolerantly: a bad value falls to its default. */
export interface Settings {
  /** The switch for everywhere: off means that no page is read. */
  enabled: boolean;
  /** True: names are marked on the page. False: popup only. */
  marks: boolean;
  /** Number of companies on the toolbar button. */
  badge: boolean;
  /** Sites that are switched off, as {@link siteOf} writes them. */
  sitesOff: string[];
  theme: Theme;
}

export type Theme = 'system' | 'light' | 'dark';

export const DEFAULT_SETTINGS: Settings = { enabled: true, marks: true, badge: true, sitesOff: [], theme: 'system' };

/** Reads stored settings of any age or state. Never throws. */
export function parseSettings(value: unknown): Settings {
  const stored = (typeof value === 'object' && value !== null ? value : {}) as Record<string, unknown>;
  const flag = (key: 'enabled' | 'marks' | 'badge') =>
    typeof stored[key] === 'boolean' ? (stored[key] as boolean) : DEFAULT_SETTINGS[key];
  return {
    enabled: flag('enabled'),
    marks: flag('marks'),
    badge: flag('badge'),
    sitesOff: Array.isArray(stored.sitesOff)
      ? stored.sitesOff.filter((site): site is string => typeof site === 'string' && site !== '')
      : [],
    theme: stored.theme === 'light' || stored.theme === 'dark' ? stored.theme : 'system',
  };
}

/** The site of a host name, as the site switch knows it: lower case, without `www.`. */
export function siteOf(host: string): string {
  return host.toLowerCase().replace(/^www\./, '');
}

/** True where a page of `host` is to be read: neither everything nor this site (or one that it belongs to) is switched off. */
export function isSiteOn(settings: Settings, host: string): boolean {
  const site = siteOf(host);
  return settings.enabled && !settings.sitesOff.some((off) => site === off || site.endsWith(`.${off}`));
}

/** Settings with one site switched on or off. Switching on also lifts a switch that a wider site had set. */
export function withSite(settings: Settings, host: string, on: boolean): Settings {
  const site = siteOf(host);
  const others = settings.sitesOff.filter((off) => off !== site && !(on && site.endsWith(`.${off}`)));
  return { ...settings, sitesOff: on ? others : [...others, site].sort() };
}
