/** Reads what a person types as a site. */
import { siteOf } from '../../model/settings';

/** The site of an address or a host name, such as `https://www.example.com/news` or `example.com`; undefined for neither. */
export function parseSite(text: string): string | undefined {
  const typed = text.trim();
  if (typed === '' || /\s/.test(typed)) return undefined;
  try {
    const { hostname } = new URL(/^[a-z][a-z0-9+.-]*:\/\//i.test(typed) ? typed : `https://${typed}`);
    const site = siteOf(hostname.replace(/\.$/, ''));
    const isHost = site === 'localhost' || site.startsWith('[') || /^[^.]+(\.[^.]+)+$/.test(site);
    return isHost ? site : undefined;
  } catch {
    return undefined;
  }
}
