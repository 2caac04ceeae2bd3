/** Which language the words around a name are in, as far as the cues need to know: English, German, or another one. */
import type { CueList } from './cue-lists';
import { hasWord } from './word-set';

/** Other: French, Spanish, Italian, Portuguese and Dutch have cues of their own; any further language has none. */
export type Language = 'english' | 'german' | 'other';

/** @param words the words around, folded (see `foldText`) */
export function languageOf(words: readonly string[], lists: Record<CueList, string>): Language {
  let english = 0;
  let german = 0;
  let other = 0;
  for (const word of words) {
    if (hasWord(lists.english, word)) english++;
    if (hasWord(lists.german, word)) german++;
    if (hasWord(lists.otherLanguages, word)) other++;
  }
  if (german > english + 1 && german >= other) return 'german';
  return other > english + 1 ? 'other' : 'english';
}
