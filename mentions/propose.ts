/**
 * The first stage: one pass over a text that proposes every place where a name of the index stands at word boundaries,
 * the longest name first. It decides nothing about meaning; that is the judge's work.
 */
import { fold, isIgnorable, isKatakana, isLower, isUnspacedScript, isUpper, isWordUnit } from './fold';
import { CASE_ANY, CASE_CAPITAL, caseOf, hasContext, headAt, type NamesIndex } from './names-index';
import { numberAt, textAt } from './packed-table';

const SPACE = 0x20;
const APOSTROPHE = 0x27;
const HYPHEN = 0x2d;
const LOWER_S = 0x73;
/** A later word of a name in small letters, joiners left out: “Tractor supply fell” does not name Tractor Supply. */
const SMALL_WORD = /\s(?!(?:of|and|the|by|in|de|du|des|la|for|to|at|on)\b)\p{Ll}/u;
/** Names of fewer units take no plural: with an s, a short name is easily another word (Canva, canvas). */
const PLURAL_LENGTH = 6;

/** A place in a text where a name stands. Offsets are UTF-16 units; `end` is exclusive and leaves a possessive out. */
export interface Proposal {
  /** Index of the name in the {@link NamesIndex}. */
  name: number;
  start: number;
  end: number;
  /** Set where an ambiguous name stands in small letters: never a mention, but it tells what the page talks about. */
  lower?: true;
}

/** Proposes mentions in `text`, in order and without overlap. Linear in the length of the text. */
export function propose(text: string, index: NamesIndex): Proposal[] {
  const proposals: Proposal[] = [];
  for (const _ of proposeInSteps(text, index, proposals, text.length));
  return proposals;
}

/** The same, added to `proposals` in steps of about `step` units of text, for callers that must give way between them. */
export function* proposeInSteps(
  text: string,
  index: NamesIndex,
  proposals: Proposal[],
  step: number,
): Generator<undefined> {
  const mask = index.heads.length / 2 - 1;
  let inWord = false;
  let pause = step;
  for (let i = 0; i < text.length; i++) {
    if (i > pause) {
      pause = i + step;
      yield;
    }
    const code = text.charCodeAt(i);
    if (code >= 0xad && isIgnorable(code)) continue;
    if (!isWordUnit(code)) {
      inWord = false;
      continue;
    }
    const unspaced = code > 0xe00 && isUnspacedScript(code);
    if (inWord && !unspaced) continue;
    // A script without spaces ends where another begins: 在Netflix上.
    inWord = !unspaced;
    if (unspaced && isKatakana(code) && i > 0 && isKatakanaLetter(text.charCodeAt(i - 1))) continue;
    const head = numberAt(index.heads, headAt(text, i) & mask);
    if (head === 0) continue;
    const match = longestAt(text, i, index, head - 1, mask);
    if (match === undefined) continue;
    proposals.push(match);
    i = match.end - 1;
    inWord = !isUnspacedScript(text.charCodeAt(i));
  }
}

/** Katakana without the middle dot, which parts words. */
function isKatakanaLetter(code: number): boolean {
  return isKatakana(code) && isWordUnit(code);
}

/** The longest name of the bucket that begins at `bucket` and stands in `text` at `start`. */
function longestAt(text: string, start: number, index: NamesIndex, bucket: number, mask: number): Proposal | undefined {
  const count = index.names.starts.length / 2 - 1;
  let slot = -1;
  for (let name = bucket; name < count; name++) {
    const from = numberAt(index.names.starts, name);
    const to = numberAt(index.names.starts, name + 1);
    const own = headAt(index.names.text.slice(from, Math.min(to, from + 3)), 0) & mask;
    if (slot < 0) slot = own;
    else if (own !== slot) break;
    const end = endOfName(text, start, index, name);
    if (end < 0) continue;
    if (isWritten(text, start, end, index, name)) return { name, start, end };
    if (caseOf(index, name) === CASE_CAPITAL && hasContext(index, name)) return { name, start, end, lower: true };
  }
  return undefined;
}

/** Where `name` ends in `text` when it stands at `start`; -1 where it does not. A plural s is taken in. */
function endOfName(text: string, start: number, index: NamesIndex, name: number): number {
  const names = index.names.text;
  const to = numberAt(index.names.starts, name + 1);
  let at = start;
  for (let k = numberAt(index.names.starts, name); k < to; k++) {
    const wanted = names.charCodeAt(k);
    let code = text.charCodeAt(at);
    while (isIgnorable(code)) code = text.charCodeAt(++at);
    const unit = fold(code);
    // People leave apostrophes out and part with a space what the name joins: “McDonalds”, “Coca Cola”.
    if (unit !== wanted) {
      if (wanted === APOSTROPHE && isWordUnit(code)) continue;
      if (wanted !== HYPHEN || unit !== SPACE) return -1;
    }
    at++;
    if (wanted === SPACE) while (at < text.length && fold(text.charCodeAt(at)) === SPACE) at++;
  }
  while (at < text.length && isIgnorable(text.charCodeAt(at)) && isWordUnit(text.charCodeAt(at))) at++;
  if (isEdge(text, at)) return at;
  const isPlural =
    text.charCodeAt(at) === LOWER_S &&
    to - numberAt(index.names.starts, name) >= PLURAL_LENGTH &&
    names.charCodeAt(to - 1) !== LOWER_S;
  return isPlural && isEdge(text, at + 1) ? at + 1 : -1;
}

/** True where a word may end before `at`. */
function isEdge(text: string, at: number): boolean {
  if (at >= text.length) return true;
  let next = at;
  while (next < text.length && isIgnorable(text.charCodeAt(next))) next++;
  const code = text.charCodeAt(next);
  const before = text.charCodeAt(at - 1);
  if (isUnspacedScript(before)) return !(isKatakana(before) && isKatakana(code));
  return !isWordUnit(code) || isUnspacedScript(code);
}

/** True where the letters are written as the name's case rule asks. */
function isWritten(text: string, start: number, end: number, index: NamesIndex, name: number): boolean {
  const rule = caseOf(index, name);
  if (rule === CASE_ANY) return true;
  if (rule === CASE_CAPITAL)
    return !isLower(text.charCodeAt(start)) && !(hasContext(index, name) && SMALL_WORD.test(text.slice(start, end)));
  const surface = textAt(index.surfaces, name);
  for (let k = 0, at = start; k < surface.length && at < end; k++, at++) {
    while (isIgnorable(text.charCodeAt(at))) at++;
    const code = text.charCodeAt(at);
    if (code === surface.charCodeAt(k)) continue;
    // Full-width capitals and odd spaces or apostrophes still count as exact.
    if (fold(code) !== fold(surface.charCodeAt(k)) || isUpper(surface.charCodeAt(k)) !== isUpper(code)) return false;
  }
  return true;
}
