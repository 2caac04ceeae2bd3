/** Addresses within the library. */
import type { LibraryPlace } from '../../messaging/protocol';

/** What an address of the library asks for: `?company=…&incident=…`, or the same after a `#`. */
export function placeOf({ search, hash }: { search: string; hash: string }): LibraryPlace {
  const asked = new URLSearchParams(search);
  for (const [key, value] of new URLSearchParams(hash.replace(/^#\??/, ''))) if (!asked.has(key)) asked.set(key, value);
  const company = asked.get('company');
  const incident = asked.get('incident');
  return { ...(company ? { company } : {}), ...(incident ? { incident } : {}) };
}

/** The address of a place, relative to the library’s own page. */
export function hrefOf(place: LibraryPlace): string {
  const asked = new URLSearchParams({ ...place }).toString();
  return asked ? `library.html?${asked}` : 'library.html';
}
