/**
 * The first stage: one pass over a text that proposes every place where a name of the index stands at word boundaries,
 * the longest name first. It decides nothing about meaning; that is the judge's work.
 */
import {
  APOSTROPHE,
  ASCII_WORD,
  fold,
  HYPHEN,
  isIgnorable,
  isKatakana,
  isLower,
  isUnspacedScript,
  isUpper,
  isWordUnit,
  SPACE,
} from './fold';
import {
  bucketOf,
  bucketStart,
  CASE_CAPITAL,
  CASE_EXACT,
  countBuckets,
  endOfEntry,
  finishHead,
  headOfUnit,
  LOWER_BIT,
  lengthOf,
  lettersAt,
  MOST_GAP,
  MOST_SIGNS,
  marksContext,
  mayHold,
  mixHead,
  type NameAddress,
  type NamesIndex,
  type NameTable,
  NEXT_WORD_UNITS,
  ruleOf,
  WORD_UNITS,
} from './names-index';

/** For each ASCII unit what of it is hashed: 0 where it is no part of a word. */
const HASHED = ASCII_WORD.map((isWord, code) => (isWord ? code | LOWER_BIT : 0));
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
  const scan = new Scan(text, index);
  scan.run();
  return scan.proposals;
}

const NOWHERE = -1;

/**
 * One pass over a text. Words are hashed while they are walked; a word of fewer units than a head has waits for the beginning of the next
 * one (`readHead` in pack-names.ts says the same of a single place).
 */
class Scan {
  readonly proposals: Proposal[] = [];
  /** The short word before the one that is walked, until it is looked up: where it began and ended, its head, and the wide one so far. */
  #waiting = NOWHERE;
  #waitingEnd = 0;
  #waitingHead = 0;
  #wide = 0;
  #next = 0;
  #signs = 0;

  constructor(
    readonly text: string,
    readonly index: NamesIndex,
  ) {}

  run(): void {
    const { text } = this;
    let at = 0;
    // The word that is being walked: where it began, its hash so far, and how many of its units are in it.
    let start = NOWHERE;
    let hash = 0;
    let taken = 0;
    while (at < text.length) {
      const code = text.charCodeAt(at);
      let unit = 0;
      if (code < 128) unit = HASHED[code] as number;
      else {
        if (isIgnorable(code)) {
          at++;
          continue;
        }
        if (isWordUnit(code)) {
          if (code > 0xe00 && isUnspacedScript(code)) {
            if (start !== NOWHERE) this.#end(start, hash, taken, at, false);
            start = NOWHERE;
            at = this.#unspaced(at, code);
            continue;
          }
          unit = fold(code) | LOWER_BIT;
        }
      }
      if (unit === 0) {
        if (start !== NOWHERE) {
          const end = this.#end(start, hash, taken, at, true);
          start = NOWHERE;
          if (end > at) {
            at = end;
            continue;
          }
        }
        if (code !== SPACE && this.#waiting !== NOWHERE && fold(code) !== SPACE) this.#signs++;
        at++;
        continue;
      }
      if (start === NOWHERE) {
        start = at;
        hash = 0;
        taken = 0;
        if (this.#waiting !== NOWHERE && (this.#signs > MOST_SIGNS || at - this.#waitingEnd > MOST_GAP))
          this.#lookUp(0);
      }
      at++;
      if (taken === WORD_UNITS) continue;
      hash = mixHead(hash, unit);
      taken++;
      if (this.#waiting !== NOWHERE) {
        this.#wide = mixHead(this.#wide, unit) + 1;
        if (++this.#next === NEXT_WORD_UNITS) {
          const end = this.#lookUp(finishHead(this.#wide));
          if (end > start) {
            at = end;
            start = NOWHERE;
            continue;
          }
        }
      }
      if (taken === WORD_UNITS) {
        const end = this.#propose(start, finishHead(hash));
        if (end > at) {
          at = end;
          start = NOWHERE;
        }
      }
    }
    if (start !== NOWHERE) this.#end(start, hash, taken, at, true);
    if (this.#waiting !== NOWHERE) this.#lookUp(0);
  }

  /** A word ends at `at`: a long one was looked up already, a short one waits where there is a gap. Returns where a name ends that was found. */
  #end(start: number, hash: number, taken: number, at: number, hasGap: boolean): number {
    if (this.#waiting !== NOWHERE) {
      const end = this.#lookUp(finishHead(this.#wide));
      if (end > start) return end;
    }
    if (taken === WORD_UNITS || (taken === 1 && isEnding(this.text, start))) return at;
    if (!hasGap) return this.#propose(start, finishHead(hash));
    this.#waiting = start;
    this.#waitingEnd = at;
    this.#waitingHead = finishHead(hash);
    this.#wide = hash;
    this.#next = 0;
    this.#signs = 0;
    return at;
  }

  /** Looks the waiting word up, first with what follows: names with more words go before. */
  #lookUp(wide: number): number {
    const start = this.#waiting;
    this.#waiting = NOWHERE;
    const end = wide === 0 ? NOWHERE : this.#propose(start, wide);
    return end > start ? end : this.#propose(start, this.#waitingHead);
  }

  /** A unit of a script without spaces: every one may begin a name. Returns where to go on. */
  #unspaced(at: number, code: number): number {
    if (this.#waiting !== NOWHERE) {
      let wide = mixHead(this.#wide, fold(code) | LOWER_BIT) + 1;
      const following = this.text.charCodeAt(at + 1);
      if (isWordUnit(following)) wide = mixHead(wide, fold(following) | LOWER_BIT) + 1;
      const end = this.#lookUp(finishHead(wide));
      if (end > at) return end;
    }
    if (isInKatakana(this.text, at, code)) return at + 1;
    const end = this.#propose(at, headOfUnit(code));
    return end > at ? end : at + 1;
  }

  /** Proposes the longest name with this head that stands at `start`; returns where it ends, or -1. */
  #propose(start: number, hash: number): number {
    const { text, index } = this;
    const table = fold(text.charCodeAt(start)) < 0x100 ? index.latin : index.other;
    if (!mayHold(table, hash)) return NOWHERE;
    const match = longestInBucket(text, start, index, table, hash);
    if (!match) return NOWHERE;
    this.proposals.push(match);
    return match.end;
  }
}

/** True for the one letter of “’s”, “’t”, “’d”: it ends a word, and begins no name (“the company’s bank” is not S-Bank). */
function isEnding(text: string, at: number): boolean {
  return fold(text.charCodeAt(at - 1)) === APOSTROPHE && isWordUnit(text.charCodeAt(at - 2));
}

/** True inside a katakana word, which has an edge as spaced words have; the middle dot parts such words. */
function isInKatakana(text: string, at: number, code: number): boolean {
  if (!isKatakana(code) || at === 0) return false;
  const before = text.charCodeAt(at - 1);
  return isKatakana(before) && isWordUnit(before);
}

/** The longest name of a head's bucket that stands in `text` at `start`. */
function longestInBucket(
  text: string,
  start: number,
  index: NamesIndex,
  table: NameTable,
  hash: number,
): Proposal | undefined {
  const { entries } = table;
  const bucket = bucketOf(hash, countBuckets(table));
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
