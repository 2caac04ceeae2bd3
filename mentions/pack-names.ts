/** Packs the names of all companies into the index that the background reads; done at build time (docs/decisions/0003-names-index.md). */
import type { Company, CompanyName } from '../model/company';
import { CUE_LISTS } from './cue-lists';
import { ASCII_WORD, fold, foldText, isIgnorable, isUnspacedScript, isWordUnit, SPACE } from './fold';
import {
  bitOf,
  bucketOf,
  CASE_ANY,
  CASE_CAPITAL,
  CASE_EXACT,
  type CaseRule,
  CONTEXT_BIT,
  finishHead,
  headOfUnit,
  LOWER_BIT,
  MOST_GAP,
  MOST_LETTERS,
  MOST_SIGNS,
  mixHead,
  type NamesIndex,
  type NameTable,
  NEXT_WORD_UNITS,
  USUAL,
  WORD_UNITS,
} from './names-index';
import { digitOf, digitsFor, FIRST_DIGIT, packBits, packNumber, packTexts, powerOf2 } from './packed-table';

/** How a name must be written: abbreviations exactly, ambiguous and short names with their capital, others as they like. */
export function caseRule(name: CompanyName): CaseRule {
  const letters = name.text.replace(/[^\p{L}]/gu, '');
  const isCapitals = letters.length > 0 && letters === letters.toUpperCase() && letters !== letters.toLowerCase();
  if (isCapitals && letters.length <= 3) return CASE_EXACT;
  const beginsLower = letters.charAt(0) !== letters.charAt(0).toUpperCase();
  if (beginsLower) return name.ambiguous ? CASE_EXACT : CASE_ANY;
  if (name.ambiguous || name.kind === 'short' || letters.length < 5) return CASE_CAPITAL;
  return CASE_ANY;
}

interface Entry {
  letters: string;
  folded: string;
  owner: number;
  rule: CaseRule;
  /** Number of the context words, or -1. */
  context: number;
}

/** Packs the names of all companies. A name that has ended (`to`) is left out; the same text twice goes to the first. */
export function packNames(companies: readonly Company[], version: string): NamesIndex {
  const entries: Entry[] = [];
  const contexts: string[] = [];
  const seen = new Set<string>();
  for (const [owner, company] of companies.entries())
    for (const name of company.names) {
      const folded = foldText(name.text);
      const rule = caseRule(name);
      const letters = rule === CASE_EXACT ? name.text : folded;
      if (name.to || folded === '' || letters.length > MOST_LETTERS || seen.has(letters)) continue;
      seen.add(letters);
      const context = name.ambiguous ? contexts.push(contextLine(name.ambiguous)) - 1 : -1;
      entries.push({ letters, folded, owner, rule, context });
    }
  const ownerDigits = digitsFor(companies.length);
  const contextDigits = digitsFor(contexts.length);
  const table = (list: Entry[]) => packTable(list, ownerDigits, contextDigits);
  return {
    version,
    latin: table(entries.filter((entry) => isLatin(entry.folded.charCodeAt(0)))),
    other: table(entries.filter((entry) => !isLatin(entry.folded.charCodeAt(0)))),
    ownerDigits,
    contextDigits,
    contexts: packTexts(contexts),
    cues: CUE_LISTS,
    ids: packTexts(companies.map((company) => company.id)),
    domains: packTexts(companies.map((company) => ` ${company.domains.join(' ')} `)),
  };
}

/** @param code a folded unit */
const isLatin = (code: number): boolean => code < 0x100;

/** What a text begins with at some place: two hashes that a name there must share one of. */
interface Head {
  /** Of the first word's first six units: a plural s comes after them. */
  word: number;
  /** Of a first word of fewer units and the beginning of the next one; 0 where there is none. Else “the” would begin a hundred names. */
  wide: number;
}

/** Reads what begins in `text` at `at`, a letter or digit, into `head`. Ignorable characters count as not there. */
function readHead(text: string, at: number, head: Head): void {
  head.wide = 0;
  let hash = 0;
  let taken = 0;
  let i = at;
  for (; taken < WORD_UNITS; i++) {
    const code = text.charCodeAt(i);
    if (code < 128) {
      if (ASCII_WORD[code] === 0) break;
      hash = mixHead(hash, code | LOWER_BIT);
    } else {
      if (isIgnorable(code)) continue;
      // NaN, past the end, is no word unit either.
      if (!isWordUnit(code)) break;
      if (code > 0xe00 && isUnspacedScript(code)) {
        if (taken === 0) head.word = headOfUnit(code);
        else break;
        return;
      }
      hash = mixHead(hash, fold(code) | LOWER_BIT);
    }
    taken++;
  }
  head.word = finishHead(hash);
  if (taken === WORD_UNITS) return;
  const wordEnd = i;
  let code = text.charCodeAt(i);
  // Mostly one space, then a letter.
  if (code === SPACE) code = text.charCodeAt(++i);
  for (let signs = 0; !isWordUnit(code); code = text.charCodeAt(++i)) {
    if (i >= text.length || i - wordEnd >= MOST_GAP) return;
    if (fold(code) !== SPACE && ++signs > MOST_SIGNS) return;
  }
  if (i === wordEnd) return;
  for (let next = 0; next < NEXT_WORD_UNITS; i++) {
    code = text.charCodeAt(i);
    if (code >= 0xad && isIgnorable(code)) continue;
    if (!isWordUnit(code)) break;
    hash = mixHead(hash, fold(code) | LOWER_BIT) + 1;
    next++;
  }
  head.wide = finishHead(hash);
}

/** Names a bucket holds on average: the filter has rejected most words before a bucket is looked into. */
const BUCKET_NAMES = 3;
/** Digits of the filter for each name: at six bits each, hardly a word that is no name passes it. */
const FILTER_DIGITS = 1.3;

function packTable(list: Entry[], ownerDigits: number, contextDigits: number): NameTable {
  const buckets: Entry[][] = Array.from({ length: powerOf2(list.length / BUCKET_NAMES) }, () => []);
  const filter = new Uint8Array(powerOf2(list.length * FILTER_DIGITS));
  const head: Head = { word: 0, wide: 0 };
  for (const entry of list) {
    for (const written of waysOf(entry.folded)) {
      readHead(written, 0, head);
      const hash = head.wide || head.word;
      const digit = digitOf(hash, filter.length);
      filter[digit] = (filter[digit] ?? 0) | bitOf(hash);
      buckets[bucketOf(hash, buckets.length)]?.push(entry);
    }
  }
  const texts = buckets.map((bucket) =>
    bucket
      .sort((a, b) => b.letters.length - a.letters.length || (a.letters < b.letters ? -1 : 1))
      .map(({ letters, owner, rule, context }) => {
        const mark = packNumber(rule + (context < 0 ? 0 : CONTEXT_BIT), 1);
        const numbers = packNumber(owner, ownerDigits) + (context < 0 ? '' : packNumber(context, contextDigits));
        return String.fromCharCode(FIRST_DIGIT + letters.length) + mark + letters + numbers;
      })
      .join(''),
  );
  const { text, starts, digits } = packTexts(texts);
  return { entries: text, filter: packBits(filter), buckets: starts, digits };
}

/** A name whose first word has an apostrophe is looked for without it, too: “Macys”, “LOreal”. */
const waysOf = (folded: string): string[] => (/^[^ ]*'/.test(folded) ? [folded, folded.replace("'", '')] : [folded]);

function contextLine(ambiguous: NonNullable<CompanyName['ambiguous']>): string {
  const line = (list: string[]) => `|${list.map(foldText).join('|')}|`;
  return `${line(ambiguous.for)}\n${line(ambiguous.against)}\n${ambiguous.usual ? USUAL : ''}`;
}
