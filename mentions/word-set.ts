/** The words of a list that is written with white space between them. */
export function wordSet(list: string): ReadonlySet<string> {
  return new Set(list.trim().split(/\s+/));
}

/** True where `word` is in a list that is written `|a|b|`: read in place, for lists that few pages ever ask. */
export function hasWord(list: string, word: string): boolean {
  return word !== '' && list.includes(`|${word}|`);
}

const sets = new Map<string, ReadonlySet<string>>();

/** The words of a list that is written `|a|b|`, put into a set at its first use: for the short lists that are asked for every word of a passage. */
export function wordsOf(list: string): ReadonlySet<string> {
  let words = sets.get(list);
  if (!words) {
    words = new Set(list.split('|').filter(Boolean));
    sets.set(list, words);
  }
  return words;
}
