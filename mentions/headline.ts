/**
 * The part of a document's title that is about the page: a site's own name often ends it
 * (“What happened next - The New York Times”). Only a last part shorter than what comes before it is taken for a site's name.
 */
export function headlineOf(title: string): string {
  const cut = Math.max(...[' | ', ' - ', ' – ', ' — ', ' · '].map((separator) => title.lastIndexOf(separator)));
  return cut > title.length / 2 ? title.slice(0, cut) : title;
}
