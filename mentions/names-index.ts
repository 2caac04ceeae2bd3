/**
 * The names index: every name of the dataset, packed at build time into a few strings that the background reads in place
 * (docs/decisions/0003-names-index.md).
 */
import type { CueList } from './cue-lists';
import { fold } from './fold';
import { countTexts, digitOf, FIRST_DIGIT, type PackedTexts, startOf, textAt, unpackNumber } from './packed-table';

/** How a name's letters must be written in the text. */
export const CASE_ANY = 0;
export const CASE_CAPITAL = 1;
export const CASE_EXACT = 2;
export type CaseRule = typeof CASE_ANY | typeof CASE_CAPITAL | typeof CASE_EXACT;

/**
 * Names as entries one after the other, those of one bucket together, the longest first. An entry is the number of its
 * letters, a mark that tells the case rule and whether there are context words, the letters (folded; as the record writes them where their
 * case must be exact), the owner's number, and the number of the context words where there are any.
 */
export interface NameTable {
  entries: string;
  /** A bit for each head that a name has, six to a digit: most words of a text are known not to be names by it alone. */
  filter: string;
  /** For each bucket of heads where it begins in the entries, and at last where the last one ends. */
  buckets: string;
  /** Digits of a number of `buckets`. */
  digits: number;
}

/** The packed index: plain JSON, only strings and numbers. */
export interface NamesIndex {
  /** Version of the dataset that it was packed from. */
  version: string;
  /** Names that begin with Latin letters, and all others: engines keep the first in one byte a letter. */
  latin: NameTable;
  other: NameTable;
  /** Digits of an owner's number, and of a number of context words, in the entries. */
  ownerDigits: number;
  contextDigits: number;
  /** For each ambiguous name three lines: words for it, words against it (each between `|`), and whether it is usual. */
  contexts: PackedTexts;
  /** The judge's word lists, each word between `|`. */
  cues: Record<CueList, string>;
  /** Company ids. */
  ids: PackedTexts;
  /** The company's own domains, each between spaces. */
  domains: PackedTexts;
}

export const USUAL = 'usual';

/** Most letters of a name: its length is one unit, and in one byte. */
export const MOST_LETTERS = 200;
/** The mark of an entry: 2 bits of case rule, 1 bit of context. */
export const CONTEXT_BIT = 4;
const CASE_BITS = 3;
/** Letters are hashed with this bit set: `A` as `a`, without a table; digits and folded letters have it already. */
export const LOWER_BIT = 0x20;

/**
 * A name is filed under its head: a hash of its first word's first six units (a plural s comes after them), or, where that word is shorter, of
 * that word and the beginning of the next one. Else “the” would begin a hundred names.
 */
export const WORD_UNITS = 6;
export const NEXT_WORD_UNITS = 2;
/** Most signs between the words of a name (“J. Crew”), and how far apart they may be, white space included. */
export const MOST_SIGNS = 3;
export const MOST_GAP = 64;

/** Adds a unit to a head's hash. */
export const mixHead = (hash: number, unit: number): number => Math.imul(hash ^ unit, 0x9e3779b1) ^ (hash >>> 13);

/** Kept to 30 bits: engines hold larger numbers in boxes. */
export const finishHead = (hash: number): number => (hash ^ (hash >>> 15)) & 0x3fffffff || 1;

/** The head of a unit of a script without spaces, where each may begin a name. */
export const headOfUnit = (code: number): number => finishHead(mixHead(0, fold(code)));

/** A name of the index: where its entry begins, the entries of `other` after those of `latin`. */
export type NameAddress = number;

/** A name's table, and where in its entries the name is. */
function placeOf(index: NamesIndex, name: NameAddress): { entries: string; at: number } {
  const { latin, other } = index;
  return name < latin.entries.length
    ? { entries: latin.entries, at: name }
    : { entries: other.entries, at: name - latin.entries.length };
}

/** Where the letters of the entry at `at` begin. */
export const lettersAt = (at: number): number => at + 2;

/** How many letters the entry at `at` has. */
export const lengthOf = (entries: string, at: number): number => entries.charCodeAt(at) - FIRST_DIGIT;

/** How the name of the entry at `at` must be written. */
export const ruleOf = (entries: string, at: number): CaseRule =>
  ((entries.charCodeAt(at + 1) - FIRST_DIGIT) & CASE_BITS) as CaseRule;

/** True where the entry at `at` has context words. */
export const marksContext = (entries: string, at: number): boolean =>
  ((entries.charCodeAt(at + 1) - FIRST_DIGIT) & CONTEXT_BIT) !== 0;

/** Where the entry at `at` ends. */
export function endOfEntry(index: NamesIndex, entries: string, at: number): number {
  return (
    lettersAt(at) + lengthOf(entries, at) + index.ownerDigits + (marksContext(entries, at) ? index.contextDigits : 0)
  );
}

/** Which of the six bits of a digit of the filter is a head's. */
export const bitOf = (hash: number): number => 1 << ((((hash >>> 20) & 0xff) * 6) >> 8);

/** Which bucket a head's names are in. @param buckets how many there are, a power of two */
export const bucketOf = (hash: number, buckets: number): number => (hash >>> 4) & (buckets - 1);

/** How many buckets the table has. */
export const countBuckets = ({ buckets, digits }: NameTable): number => buckets.length / digits - 1;

/** True where names with this head may be in the table. */
export function mayHold({ filter }: NameTable, hash: number): boolean {
  return ((filter.charCodeAt(digitOf(hash, filter.length)) - FIRST_DIGIT) & bitOf(hash)) !== 0;
}

/** Where a bucket begins in the entries; it ends where the next one begins. */
export function bucketStart({ buckets, digits }: NameTable, bucket: number): number {
  return unpackNumber(buckets, bucket * digits, digits);
}

/** The letters of a name, as the index holds them. */
export function lettersOf(index: NamesIndex, name: NameAddress): string {
  const { entries, at } = placeOf(index, name);
  return entries.slice(lettersAt(at), lettersAt(at) + lengthOf(entries, at));
}

/** Every name of the index. */
export function* allNames(index: NamesIndex): Generator<NameAddress> {
  let first = 0;
  for (const { entries } of [index.latin, index.other]) {
    for (let at = 0; at < entries.length; at = endOfEntry(index, entries, at)) yield first + at;
    first += entries.length;
  }
}

export const companyIdAt = (index: NamesIndex, company: number): string => textAt(index.ids, company);

/** The company that bears a name. */
export function ownerOf(index: NamesIndex, name: NameAddress): number {
  const { entries, at } = placeOf(index, name);
  return unpackNumber(entries, lettersAt(at) + lengthOf(entries, at), index.ownerDigits);
}

/** What a record says of an ambiguous name. */
export interface NameContext {
  /** Words nearby that speak for the company, and for the other sense. */
  for: string[];
  against: string[];
  /** True where a capitalised use means the company far more often than not. */
  usual: boolean;
}

/** What the record says of an ambiguous name, as the index holds it; undefined for a name that is not. */
function contextText(index: NamesIndex, name: NameAddress): string | undefined {
  const { entries, at } = placeOf(index, name);
  if (!marksContext(entries, at)) return undefined;
  const owner = lettersAt(at) + lengthOf(entries, at);
  return textAt(index.contexts, unpackNumber(entries, owner + index.ownerDigits, index.contextDigits));
}

/** What the record says of an ambiguous name; undefined for a name that is not. */
export function contextOf(index: NamesIndex, name: NameAddress): NameContext | undefined {
  const text = contextText(index, name);
  if (text === undefined) return undefined;
  const [forLine = '', againstLine = '', usual = ''] = text.split('\n');
  const list = (line: string) => line.split('|').filter(Boolean);
  return { for: list(forLine), against: list(againstLine), usual: usual === USUAL };
}

/** True for an ambiguous name whose capitalised use is not mostly the company. */
export function isDoubtful(index: NamesIndex, name: NameAddress): boolean {
  return contextText(index, name)?.endsWith(`\n${USUAL}`) === false;
}

/** Which company owns the site `host`, or -1. */
export function companyOfHost(index: NamesIndex, host: string): number {
  const companies = countTexts(index.ids);
  for (let labels = host.toLowerCase(); labels.includes('.'); labels = labels.slice(labels.indexOf('.') + 1)) {
    const at = index.domains.text.indexOf(` ${labels} `);
    if (at < 0) continue;
    for (let company = 0; company < companies; company++) if (at < startOf(index.domains, company + 1)) return company;
  }
  return -1;
}
