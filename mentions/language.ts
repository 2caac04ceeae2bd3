/** Which language the words around a name are in, as far as the cues need to know: English, German, or another one. */
import { wordSet } from './word-set';

/** Other: French, Spanish, Italian, Portuguese and Dutch have cues of their own; any further language has none. */
export type Language = 'english' | 'german' | 'other';

const ENGLISH = wordSet(
  'the of and to in for that with was is on by from it as are be at this have has his her their or an',
);

const GERMAN = wordSet(`
  der das den dem des und ein eine einen einem einer eines im am zum zur beim vom ist nicht mit von auf fur sich nach bei aus
  wurde werden hat haben auch als er sie wird durch uber sein seine ihr ihre
`);

const OTHER = wordSet(`
  le la les des du une un et est dans pour que qui sur pas par avec au aux ses sont cette
  el los las del una en por con para que es se su lo como mas no al sus
  il gli di della delle dei che per non con una sono nel nella alla dal si ha anche
  o os da do das dos uma em para com nao que se por ao na no foi
  het een van voor met niet zijn aan ook bij naar werd wordt deze heeft
`);

/** @param folded the text around, folded (see `foldText`) */
export function languageOf(folded: string): Language {
  let english = 0;
  let german = 0;
  let other = 0;
  for (const word of folded.split(/[^\p{L}]+/u)) {
    if (ENGLISH.has(word)) english++;
    if (GERMAN.has(word)) german++;
    if (OTHER.has(word)) other++;
  }
  if (german > english + 1 && german >= other) return 'german';
  return other > english + 1 ? 'other' : 'english';
}
