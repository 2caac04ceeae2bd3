/** Tells a decision of the judge in words, for “why is this marked?” and for `scan --explain`. */
import { CUE_WEIGHTS, type Cue } from './cue-weights';
import type { Weighed } from './judge';

/** How many reasons are told, the weightiest first. */
const MOST_REASONS = 3;

/**
 * Why a proposal was accepted or rejected, as one sentence without the name: “words nearby speak for the company; …”.
 * @param cues all cues of the decision, those of the page included
 * @param words what each cue says: `CUE_WORDS`, which pages are sent where they need them
 */
export function explain(
  weighed: Weighed,
  accepted: boolean,
  cues: readonly Cue[],
  words: Readonly<Record<string, string>>,
): string {
  if (weighed.barred) return 'it is a part of an address, the label of a button, or small print';
  if (weighed.lower) return 'in small letters it is an ordinary word';
  if (weighed.plain) return 'the name has no other common sense';
  const reasons = [...new Set(cues)]
    .filter((cue) => words[cue] && CUE_WEIGHTS[cue] > 0 === accepted)
    .sort((a, b) => Math.abs(CUE_WEIGHTS[b]) - Math.abs(CUE_WEIGHTS[a]))
    .slice(0, MOST_REASONS)
    .map((cue) => words[cue]);
  return (
    reasons.join('; ') || (accepted ? 'more speaks for the company than against' : 'nothing speaks for the company')
  );
}
