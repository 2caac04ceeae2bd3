/**
 * The names filter: tells a page which of its texts may name a company at all, so that only these are handed to the background to be read
 * in earnest. Two Bloom filters over hashes of words, packed at build time (docs/decisions/0003-names-index.md). It never misses a
 * name that `propose` would find, and says “may” for about one other word in ten thousand.
 */
import { ASCII_WORD, fold, isIgnorable, isLower, isUnspacedScript, isWordUnit } from './fold';
import { digitOf, FIRST_DIGIT } from './packed-table';

/** The packed filter: plain JSON. */
export interface NamesFilter {
  /** Version of the dataset that it was packed from. */
  version: string;
  /** Layout version: a page refuses one that it does not know. */
  layout: typeof FILTER_LAYOUT;
  /** Bits of names of one word, and of the first two words of longer names; six to a digit. */
  beginnings: string;
  /** Bits of whole names, each with how it must be written. */
  names: string;
}

/** Raised with every change of the layout of {@link NamesFilter}, or of how words are hashed. */
export const FILTER_LAYOUT = 1;

/** True where `value` is a filter of the layout that this code reads. */
export function isNamesFilter(value: unknown): value is NamesFilter {
  const filter = value as Partial<NamesFilter> | null;
  return filter?.layout === FILTER_LAYOUT && typeof filter.beginnings === 'string' && typeof filter.names === 'string';
}

/** What a text may hold: no name at all, ambiguous names in small letters only, or a name as it must be written. */
export const NO_NAME = 0;
export const SMALL_NAME = 1;
export const SOME_NAME = 2;
export type Naming = typeof NO_NAME | typeof SMALL_NAME | typeof SOME_NAME;

/** How a name must be written to count; mixed into its hash. */
export const WRITTEN_ANYHOW = 0;
export const WRITTEN_CAPITAL = 0x2545f491;
/** Capitals all through: its second unit is no small letter. */
export const WRITTEN_EXACTLY = 0x5851f42d;
/** Ambiguous, so that even small letters tell something: what the page talks about. */
export const WRITTEN_SMALL = 0x14057b7e;

/** How many bits stand for a beginning, and for a name. */
export const BEGINNING_BITS = 2;
export const NAME_BITS = 3;

/** Most words of a name, scripts without spaces counted by their characters. */
export const MOST_NAME_WORDS = 24;

const LOWER_S = 0x73;
/** Undoes a multiplication by 31, modulo 2^32. */
const INVERSE_OF_31 = 0xbdef7bdf;
/** Units of a word are hashed with this bit set: `A` as `a` without a table. */
const LOWER_BIT = 0x20;
/** What {@link unitOf} says besides a unit of a word. */
const NO_WORD = 0;
const IGNORED = -1;
const WORD_BY_ITSELF = -2;

/** For each ASCII unit what of it is hashed; 0 where it is no part of a word. */
const ASCII_UNITS = new Uint8Array(128);
for (let code = 0x30; code <= 0x7a; code++) if (ASCII_WORD[code] === 1) ASCII_UNITS[code] = code | LOWER_BIT;

/** What of a unit is hashed, or one of the three above. */
function unitOf(code: number): number {
  if (code < 128) return ASCII_UNITS[code] as number;
  if (isIgnorable(code)) return IGNORED;
  if (!isWordUnit(code)) return NO_WORD;
  return code > 0xe00 && isUnspacedScript(code) ? WORD_BY_ITSELF : fold(code) | LOWER_BIT;
}

const mix = (hash: number, unit: number): number => ((hash << 5) - hash + unit) | 0;

/** The hash of a word whose units are mixed. */
function finish(hash: number): number {
  const mixed = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return mixed ^ (mixed >>> 13);
}

/** The hash of a row of words and the word after it. */
const join = (hash: number, word: number): number => (Math.imul(hash, 0x9e3779b1) + word) | 0;

/** The next hash that chooses a bit for the same key. */
const nextProbe = (hash: number): number => {
  const mixed = Math.imul(hash, 0x85ebca6b);
  return mixed ^ (mixed >>> 15);
};

/** Which bit of its digit a hash chooses. */
const bitOf = (hash: number): number => 1 << (((hash >>> 24) * 6) >> 8);

/** True where all bits of a key are set. */
function areSet(bits: string, key: number, count: number): boolean {
  let hash = key;
  for (let probe = 0; probe < count; probe++) {
    if (((bits.charCodeAt(digitOf(hash, bits.length)) - FIRST_DIGIT) & bitOf(hash)) === 0) return false;
    hash = nextProbe(hash);
  }
  return true;
}

/** Sets the bits of a key in digits that are not packed yet. */
export function setBits(digits: Uint8Array, key: number, count: number): void {
  let hash = key;
  for (let probe = 0; probe < count; probe++) {
    const at = digitOf(hash, digits.length);
    digits[at] = (digits[at] as number) | bitOf(hash);
    hash = nextProbe(hash);
  }
}

/**
 * The keys of a name, by which a text that holds it is known: that of its beginning, and that of all of it, to be mixed with how it must be
 * written. Undefined where it has no word.
 */
export function keysOf(name: string): { beginning: number; whole: number } | undefined {
  const words: number[] = [];
  for (let word = wordFrom(name, 0); word; word = wordFrom(name, word.end)) words.push(word.hash);
  const [first, second] = words;
  if (first === undefined || words.length > MOST_NAME_WORDS) return undefined;
  return { beginning: second === undefined ? first : join(first, second), whole: words.reduce(join) };
}

/**
 * Tells what `text` may hold. Linear in its length; stops where it has found a name.
 *
 * What the small functions above do is written out in it: on an ordinary page it runs in the engine's interpreter, where a call costs more
 * than what is called.
 */
export function mayName(text: string, filter: NamesFilter): Naming {
  const { beginnings } = filter;
  const { length } = text;
  const { imul } = Math;
  const units = ASCII_UNITS;
  const mask = beginnings.length - 1;
  let naming: Naming = NO_NAME;
  let previous = 0;
  // The word that is being read: its hash, and its last unit, 0 where there is no word.
  let hash = 0;
  let last = 0;
  for (let at = 0; at <= length; at++) {
    let code = 0;
    for (; at < length; at++) {
      code = text.charCodeAt(at);
      if (code >= 128) break;
      const unit = units[code] as number;
      if (unit === NO_WORD) break;
      last = unit;
      hash = ((hash << 5) - hash + unit) | 0;
    }
    if (code >= 128 && at < length) {
      const unit = unitOf(code);
      if (unit > 0) {
        last = unit;
        hash = mix(hash, unit);
        continue;
      }
      if (unit === IGNORED) continue;
      if (unit === WORD_BY_ITSELF) {
        // A word before it ends first; then it is looked at once more.
        if (last === 0) {
          last = code;
          hash = mix(0, code);
        } else at--;
      }
    }
    if (last === 0) continue;
    // A last s, which may be a plural's, is taken back.
    if (last === LOWER_S) hash = imul(hash - LOWER_S, INVERSE_OF_31);
    hash = imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
    hash ^= hash >>> 13;
    const pair = (imul(previous, 0x9e3779b1) + hash) | 0;
    if (((beginnings.charCodeAt(hash & mask) - FIRST_DIGIT) & (1 << (((hash >>> 24) * 6) >> 8))) !== 0)
      naming = most(naming, lookUp(text, at, hash, 1, filter));
    if (((beginnings.charCodeAt(pair & mask) - FIRST_DIGIT) & (1 << (((pair >>> 24) * 6) >> 8))) !== 0)
      naming = most(naming, lookUp(text, at, pair, 2, filter));
    if (naming === SOME_NAME) return naming;
    previous = hash;
    hash = 0;
    last = 0;
  }
  return naming;
}

const most = (a: Naming, b: Naming): Naming => (a > b ? a : b);

/** Looks up a beginning whose first bit is set: what name begins `words` words before `end`. */
function lookUp(text: string, end: number, key: number, words: 1 | 2, { beginnings, names }: NamesFilter): Naming {
  if (!areSet(beginnings, key, BEGINNING_BITS)) return NO_NAME;
  let start = beginOfWord(text, Math.min(text.length, end + 1));
  if (words === 2) start = beginOfWord(text, start);
  let found: Naming = NO_NAME;
  let word = wordFrom(text, start);
  let hash = 0;
  for (let count = 1; word && count <= MOST_NAME_WORDS; count++) {
    hash = count === 1 ? word.hash : join(hash, word.hash);
    if (count >= words) found = most(found, namingOf(text, start, hash, names));
    if (found === SOME_NAME || words === 1) break;
    word = wordFrom(text, word.end);
  }
  return found;
}

/** What it means that the words with this hash stand at `start`. */
function namingOf(text: string, start: number, whole: number, names: string): Naming {
  const isName = (writing: number) => areSet(names, whole ^ writing, NAME_BITS);
  if (isName(WRITTEN_ANYHOW)) return SOME_NAME;
  if (isLower(text.charCodeAt(start))) return isName(WRITTEN_SMALL) ? SMALL_NAME : NO_NAME;
  if (isName(WRITTEN_CAPITAL)) return SOME_NAME;
  return !isLower(text.charCodeAt(start + 1)) && isName(WRITTEN_EXACTLY) ? SOME_NAME : NO_NAME;
}

/** The first word at or after `from`: its hash without a last s, which may be a plural's, and where it ends. */
function wordFrom(text: string, from: number): { hash: number; end: number } | undefined {
  let at = from;
  let unit = NO_WORD;
  for (; at < text.length; at++) {
    unit = unitOf(text.charCodeAt(at));
    if (unit !== NO_WORD && unit !== IGNORED) break;
  }
  if (at >= text.length) return undefined;
  if (unit === WORD_BY_ITSELF) return { hash: finish(mix(0, text.charCodeAt(at))), end: at + 1 };
  let hash = 0;
  let before = 0;
  let last = 0;
  for (; at < text.length; at++) {
    unit = unitOf(text.charCodeAt(at));
    if (unit === IGNORED) continue;
    if (unit <= 0) break;
    before = hash;
    last = unit;
    hash = mix(hash, unit);
  }
  return { hash: finish(last === LOWER_S ? before : hash), end: at };
}

/** Where the last word that begins before `end` begins. */
function beginOfWord(text: string, end: number): number {
  let start = -1;
  for (let at = end - 1; at >= 0; at--) {
    const unit = unitOf(text.charCodeAt(at));
    if (unit > 0) start = at;
    else if (unit === WORD_BY_ITSELF && start < 0) return at;
    else if (unit !== IGNORED && start >= 0) break;
  }
  return start;
}
