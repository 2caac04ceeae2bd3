/** The words of a list that is written with white space between them. */
export function wordSet(list: string): ReadonlySet<string> {
  return new Set(list.trim().split(/\s+/));
}

/** True where `word` is in a list that is written `|a|b|`: read in place, for lists that few pages ever ask. */
export function hasWord(list: string, word: string): boolean {
  return word !== '' && list.includes(`|${word}|`);
}
