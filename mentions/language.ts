/** Which language the words around a name are in, as far as the cues need to know: English, German, or another one. */
import type { CueList } from './cue-lists';
import { wordsOf } from './word-set';

/** Other: French, Spanish, Italian, Portuguese and Dutch have cues of their own; any further language has none. */
export type Language = 'english' | 'german' | 'other';

/** @param words the words around, folded (see `foldText`) */
export function languageOf(words: readonly string[], lists: Record<CueList, string>): Language {
  const count = (list: string) => {
    const known = wordsOf(list);
    return words.filter((word) => known.has(word)).length;
  };
  const english = count(lists.english);
  const german = count(lists.german);
  const other = count(lists.otherLanguages);
  if (german > english + 1 && german >= other) return 'german';
  return other > english + 1 ? 'other' : 'english';
}
