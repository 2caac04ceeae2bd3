/** Proposes ids: permanent slugs that tell a maintainer what a record is about. */

/** `text` as an id: “Électricité de France” gives `electricite-de-france`. */
export function slugOf(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[’']/g, '')
    .replaceAll('&', ' and ')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}

/**
 * An id for an incident: company, what it was, year; with the month, then a number, where that is taken.
 * @param what the kind of the incident, or a few words of the maintainer’s own
 */
export function proposeIncidentId(
  company: string,
  what: string,
  date: string,
  isTaken: (id: string) => boolean,
): string {
  const base = [company, slugOf(what)].filter(Boolean).join('-');
  const [year = '', month] = date.split('-');
  const proposals = [`${base}-${year}`, ...(month ? [`${base}-${year}-${month}`] : [])];
  for (let at = 2; at < 100; at++) proposals.push(`${base}-${year}-${at}`);
  return proposals.find((id) => !isTaken(id)) ?? `${base}-${year}`;
}
