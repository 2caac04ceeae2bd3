/**
 * The first stage: one pass over a text that proposes every place where a name of the index stands at word boundaries,
 * the longest name first. It decides nothing about meaning; that is the judge's work.
 */
import { ASCII_WORD, fold, isIgnorable, isKatakana, isLower, isUnspacedScript, isUpper, isWordUnit } from './fold';
import {
  bucketOf,
  bucketStart,
  CASE_CAPITAL,
  CASE_EXACT,
  endOfEntry,
  type Head,
  lengthOf,
  lettersAt,
  marksContext,
  mayHold,
  type NameAddress,
  type NamesIndex,
  type NameTable,
  readHead,
  ruleOf,
} from './names-index';

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
  /** The name in the {@link NamesIndex}. */
  name: NameAddress;
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
  const scan: Scan = { at: 0, inWord: false };
  const head: Head = { word: 0, wide: 0 };
  for (let pause = step; scan.at < text.length; ) {
    if (scan.at >= pause) {
      pause = scan.at + step;
      yield;
    }
    if (!toNextStart(text, scan, Math.min(pause, text.length))) continue;
    const start = scan.at;
    readHead(text, start, head);
    const match = isEnding(text, start) ? undefined : longestAt(text, start, index, head);
    if (match) proposals.push(match);
    scan.at = match?.end ?? start + 1;
    // A script without spaces ends where another begins: 在Netflix上.
    scan.inWord = !isUnspacedScript(text.charCodeAt(scan.at - 1));
  }
}

/** True for the one letter of “’s”, “’t”, “’d”: it ends a word, and begins no name (“the company’s bank” is not S-Bank). */
function isEnding(text: string, at: number): boolean {
  if (text.charCodeAt(at - 1) === SPACE) return false;
  return (
    fold(text.charCodeAt(at - 1)) === APOSTROPHE &&
    isWordUnit(text.charCodeAt(at - 2)) &&
    !isWordUnit(text.charCodeAt(at + 1))
  );
}

/** How far a text is read. */
interface Scan {
  at: number;
  /** True where the unit before `at` is a part of a word that goes on. */
  inWord: boolean;
}

/** Goes on to where a name may begin, at most to `to`; true where it found such a place. Kept apart from the generator, where loops are slow. */
function toNextStart(text: string, scan: Scan, to: number): boolean {
  let { inWord } = scan;
  let at = scan.at;
  let found = false;
  for (; at < to; at++) {
    const code = text.charCodeAt(at);
    if (code < 128) {
      if (ASCII_WORD[code] === 0) inWord = false;
      else if (!inWord) {
        found = true;
        break;
      }
    } else if (!isIgnorable(code)) {
      if (!isWordUnit(code)) inWord = false;
      else {
        const unspaced = code > 0xe00 && isUnspacedScript(code);
        if ((!inWord || unspaced) && !isInKatakana(text, at, code)) {
          found = true;
          break;
        }
        inWord = !unspaced;
      }
    }
  }
  scan.at = at;
  scan.inWord = inWord;
  return found;
}

/** True inside a katakana word, which has an edge as spaced words have; the middle dot parts such words. */
function isInKatakana(text: string, at: number, code: number): boolean {
  if (!isKatakana(code) || at === 0) return false;
  const before = text.charCodeAt(at - 1);
  return isKatakana(before) && isWordUnit(before);
}

/** The longest name that stands in `text` at `start`, where `head` begins. */
function longestAt(text: string, start: number, index: NamesIndex, head: Head): Proposal | undefined {
  const table = fold(text.charCodeAt(start)) < 0x100 ? index.latin : index.other;
  // Names with a wide head have more words than those without.
  return (
    (head.wide !== 0 && mayHold(table, head.wide)
      ? longestInBucket(text, start, index, table, head.wide)
      : undefined) ?? (mayHold(table, head.word) ? longestInBucket(text, start, index, table, head.word) : undefined)
  );
}

function longestInBucket(
  text: string,
  start: number,
  index: NamesIndex,
  table: NameTable,
  hash: number,
): Proposal | undefined {
  const { entries } = table;
  const bucket = bucketOf(table, hash);
  const to = bucketStart(table, bucket + 1);
  for (let at = bucketStart(table, bucket); at < to; ) {
    const rule = ruleOf(entries, at);
    const letters = lettersAt(at);
    const end = endOfName(text, start, entries, letters, letters + lengthOf(entries, at), rule === CASE_EXACT);
    if (end >= 0) {
      const name = table === index.latin ? at : index.latin.entries.length + at;
      if (rule !== CASE_CAPITAL) return { name, start, end };
      const hasContext = marksContext(entries, at);
      if (!isLower(text.charCodeAt(start)) && !(hasContext && SMALL_WORD.test(text.slice(start, end))))
        return { name, start, end };
      if (hasContext) return { name, start, end, lower: true };
    }
    at = endOfEntry(index, entries, at);
  }
  return undefined;
}

/**
 * Where the name whose letters stand at `from` to `to` ends in `text` when it stands there at `start`; -1 where it does not. A
 * plural s is taken in.
 * @param isExact true where capitals must be those of the name; full-width letters and odd spaces or apostrophes still count
 */
function endOfName(text: string, start: number, entries: string, from: number, to: number, isExact: boolean): number {
  let end = start;
  for (let k = from; k < to; k++) {
    const letter = entries.charCodeAt(k);
    const wanted = isExact ? fold(letter) : letter;
    let code = text.charCodeAt(end);
    while (code >= 0xad && isIgnorable(code)) code = text.charCodeAt(++end);
    const unit = fold(code);
    // People leave apostrophes out and part with a space what the name joins: “McDonalds”, “Coca Cola”.
    if (unit !== wanted) {
      if (wanted === APOSTROPHE && isWordUnit(code)) continue;
      if (wanted !== HYPHEN || unit !== SPACE) return -1;
    } else if (isExact && code !== letter && isUpper(letter) !== isUpper(code)) return -1;
    end++;
    if (wanted === SPACE) while (end < text.length && fold(text.charCodeAt(end)) === SPACE) end++;
  }
  while (end < text.length && isIgnorable(text.charCodeAt(end)) && isWordUnit(text.charCodeAt(end))) end++;
  if (isEdge(text, end)) return end;
  const last = entries.charCodeAt(to - 1);
  const isPlural = text.charCodeAt(end) === LOWER_S && to - from >= PLURAL_LENGTH && last !== LOWER_S;
  return isPlural && isEdge(text, end + 1) ? end + 1 : -1;
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
