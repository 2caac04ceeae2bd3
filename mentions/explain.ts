/** Tells a decision of the judge in words, for “why is this marked?” and for `scan --explain`. */
import type { Cue } from './cue-weights';
import type { Reason } from './cue-words';
import type { Weighed } from './judge';

/** How many reasons are told, the weightiest first. */
const MOST_REASONS = 3;

/**
 * Why a proposal was accepted or rejected, as one sentence without the name: “words nearby speak for the company; …”.
 * @param cues all cues of the decision, those of the page included
 * @param reasons what each cue says: `REASONS`, which pages are sent where they need them
 */
export function explain(
  weighed: Weighed,
  accepted: boolean,
  cues: readonly Cue[],
  reasons: Readonly<Record<string, Reason>>,
): string {
  if (weighed.barred) return 'it is a part of an address, the label of a button, or small print';
  if (weighed.lower) return 'in small letters it is an ordinary word';
  return whyMeant(weighed, cues, reasons, accepted);
}

/** Why a mention that is neither barred nor in small letters was accepted, or rejected; the like. */
export function whyMeant(
  { plain }: Pick<Weighed, 'plain'>,
  cues: readonly Cue[],
  reasons: Readonly<Record<string, Reason>>,
  accepted = true,
): string {
  if (plain) return 'the name has no other common sense';
  const told = [...new Set(cues)]
    .flatMap((cue) => reasons[cue] ?? [])
    .filter(({ words, weight }) => words && weight > 0 === accepted)
    .sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight))
    .slice(0, MOST_REASONS)
    .map(({ words }) => words);
  return told.join('; ') || (accepted ? 'more speaks for the company than against' : 'nothing speaks for the company');
}
