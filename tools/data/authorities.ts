/** European authorities and courts: how decision indexes name their countries, and how records may name them. */

/** By the country's name in an index (“AEPD (Spain)”), words that tell the same country in a record. */
const COUNTRY_WORDS: Record<string, RegExp> = {
  austria: /\b(austria|austrian|DSB|BVwG|Datenschutzbehörde)\b/i,
  belgium: /\b(belgium|belgian|APD|GBA|brussels|flemish)\b/i,
  bulgaria: /\b(bulgarian?|CPDP)\b/i,
  croatia: /\b(croatian?|AZOP)\b/i,
  cyprus: /\b(cyprus|cypriot)\b/i,
  czechia: /\b(czech|czechia|ÚOOÚ)\b/i,
  denmark: /\b(denmark|danish)\b/i,
  estonia: /\b(estonian?|AKI)\b/i,
  eu: /\b(european|CJEU|EDPB|EDPS)\b/i,
  finland: /\b(finland|finnish|helsinki)\b/i,
  france: /\b(france|french|CNIL|conseil d.[ée]tat)\b/i,
  germany:
    /\b(german|germany|federal commissioner|hamburg|berlin|bavarian|bavaria|baden|hesse|lower saxony|BayLDA|BfDI|HmbBfDI|BlnBDI|LfDI|LfD|LDI|BGH|cologne|munich|frankfurt)\b/i,
  greece: /\b(greece|greek|hellenic|HDPA)\b/i,
  hungary: /\b(hungary|hungarian|NAIH)\b/i,
  iceland: /\b(iceland|icelandic|persónuvernd)\b/i,
  ireland: /\b(ireland|irish|data protection commission|DPC)\b/i,
  italy: /\b(italy|italian|garante|rome)\b/i,
  latvia: /\b(latvian?|DVI)\b/i,
  lithuania: /\b(lithuanian?|VDAI)\b/i,
  luxembourg: /\b(luxembourg)\b/i,
  malta: /\b(malta|maltese|IDPC)\b/i,
  netherlands: /\b(netherlands|dutch|autoriteit persoonsgegevens|amsterdam|hague)\b/i,
  norway: /\b(norway|norwegian|personvernnemnda|borgarting|oslo)\b/i,
  poland: /\b(poland|polish|UODO|warsaw)\b/i,
  portugal: /\b(portugal|portuguese)\b/i,
  romania: /\b(romanian?|ANSPDCP)\b/i,
  slovakia: /\b(slovakian?|slovak)\b/i,
  slovenia: /\b(slovenian?)\b/i,
  spain: /\b(spain|spanish|AEPD|española|catalan|catalonia)\b/i,
  sweden: /\b(sweden|swedish|IMY|datainspektionen|stockholm)\b/i,
  switzerland: /\b(switzerland|swiss)\b/i,
  uk: /\b(united kingdom|UK|british|information commissioner.s office|ICO|england|first-tier tribunal|upper tribunal)\b/i,
};

/** Places and spellings in an index that stand for a country. */
const SAME: Record<string, string> = {
  'the netherlands': 'netherlands',
  'czech republic': 'czechia',
  island: 'iceland',
  'united kingdom': 'uk',
};

/** The country of an authority as an index writes it: `HmbBfDI (Hamburg)` gives `germany`; undefined where it tells none. */
export function countryOfAuthority(authority: string): string | undefined {
  const inside = /\(([^()]+)\)\s*$/.exec(authority)?.[1]?.trim().toLowerCase() ?? '';
  const name = SAME[inside] ?? inside;
  if (Object.hasOwn(COUNTRY_WORDS, name)) return name;
  return Object.keys(COUNTRY_WORDS).find((country) => COUNTRY_WORDS[country]?.test(authority));
}

/** True where a body of a record is of that country. */
export function isOfCountry(body: string, country: string): boolean {
  return COUNTRY_WORDS[country]?.test(body) ?? false;
}
