/**
 * The names index: every name of the dataset, packed at build time into a few strings that the page reads in place
 * (docs/decisions/0003-names-index.md).
 */
import type { Company, CompanyName } from '../model/company';
import { fold, foldText, isIgnorable, isUnspacedScript, isWordUnit } from './fold';
import { countTexts, numberAt, type PackedTexts, packNumbers, packTexts, textAt } from './packed-table';

/** How a name's letters must be written in the text. */
export const CASE_ANY = 0;
export const CASE_CAPITAL = 1;
export const CASE_EXACT = 2;
export type CaseRule = typeof CASE_ANY | typeof CASE_CAPITAL | typeof CASE_EXACT;

/** The packed index: plain JSON, only strings and numbers. */
export interface NamesIndex {
  /** Version of the dataset that it was packed from. */
  version: string;
  /** Layout version: a page refuses one that it does not know. */
  layout: typeof NAMES_LAYOUT;
  /** Company ids. */
  ids: PackedTexts;
  /** Folded names, those of one bucket together, longest first. */
  names: PackedTexts;
  /** The same names as the records write them, for names whose case must be exact. */
  surfaces: PackedTexts;
  /** For each name: which company, how it is written, and which context words (0: none needed). */
  owners: string;
  cases: string;
  contexts: string;
  /** For each hash of a name's first three units: the first name of its bucket plus one, or 0. Its length is a power of two. */
  heads: string;
  /** For each ambiguous name three lines: words for it, words against it (each between `|`), and whether it is usual. */
  words: PackedTexts;
  /** The company's own domains, each between spaces. */
  domains: PackedTexts;
}

const USUAL = 'usual';

/** Raised with every change of the layout of {@link NamesIndex}. */
export const NAMES_LAYOUT = 2;

/** Hash of a name's first three units; 0 for those that it lacks. */
export function headHash(first: number, second: number, third: number): number {
  let hash = Math.imul(first, 0x9e3779b1) ^ Math.imul(second, 0x85ebca6b) ^ Math.imul(third, 0xc2b2ae35);
  hash ^= hash >>> 15;
  return hash >>> 0;
}

/**
 * Hash of the first word of a text at `at`, by its first three units, folded, ignorable ones skipped. The word ends where
 * a name may end: before what is no letter or digit, and before a script without spaces.
 */
export function headAt(text: string, at: number): number {
  let first = 0;
  let second = 0;
  let third = 0;
  let taken = 0;
  for (let i = at; i < text.length && taken < 3; i++) {
    const code = text.charCodeAt(i);
    if (isIgnorable(code)) continue;
    if (!isWordUnit(code) || (taken > 0 && code > 0xe00 && isUnspacedScript(code))) break;
    const unit = fold(code);
    if (taken === 0) first = unit;
    else if (taken === 1) second = unit;
    else third = unit;
    taken++;
  }
  return headHash(first, second, third);
}

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

/** Packs the names of all companies. A name that has ended (`to`) is left out; the same text twice goes to the first. */
export function packNames(companies: readonly Company[], version: string): NamesIndex {
  const entries: { folded: string; surface: string; owner: number; rule: CaseRule; context: number; hash: number }[] =
    [];
  const words: string[] = [''];
  const seen = new Set<string>();
  for (const [owner, company] of companies.entries())
    for (const name of company.names) {
      const folded = foldText(name.text);
      const rule = caseRule(name);
      const key = rule === CASE_EXACT ? name.text : folded;
      if (name.to || folded === '' || seen.has(key)) continue;
      seen.add(key);
      const context = name.ambiguous ? words.push(contextLine(name.ambiguous)) - 1 : 0;
      entries.push({ folded, surface: name.text, owner, rule, context, hash: headAt(folded, 0) });
    }

  const size = 2 ** Math.ceil(Math.log2(Math.max(2, entries.length * 2)));
  const slot = (hash: number) => hash & (size - 1);
  entries.sort(
    (a, b) => slot(a.hash) - slot(b.hash) || b.folded.length - a.folded.length || (a.folded < b.folded ? -1 : 1),
  );
  const heads = new Array<number>(size).fill(0);
  for (const [index, entry] of entries.entries())
    if (heads[slot(entry.hash)] === 0) heads[slot(entry.hash)] = index + 1;

  return {
    version,
    layout: NAMES_LAYOUT,
    ids: packTexts(companies.map((company) => company.id)),
    names: packTexts(entries.map((entry) => entry.folded)),
    surfaces: packTexts(entries.map((entry) => (entry.rule === CASE_EXACT ? entry.surface : ''))),
    owners: packNumbers(entries.map((entry) => entry.owner)),
    cases: packNumbers(entries.map((entry) => entry.rule)),
    contexts: packNumbers(entries.map((entry) => entry.context)),
    heads: packNumbers(heads),
    words: packTexts(words),
    domains: packTexts(companies.map((company) => ` ${company.domains.join(' ')} `)),
  };
}

function contextLine(ambiguous: NonNullable<CompanyName['ambiguous']>): string {
  const line = (list: string[]) => `|${list.map(foldText).join('|')}|`;
  return `${line(ambiguous.for)}\n${line(ambiguous.against)}\n${ambiguous.usual ? USUAL : ''}`;
}

/** True where `value` is an index of the layout that this code reads. */
export function isNamesIndex(value: unknown): value is NamesIndex {
  const index = value as Partial<NamesIndex> | null;
  return (
    typeof index === 'object' &&
    index !== null &&
    index.layout === NAMES_LAYOUT &&
    typeof index.heads === 'string' &&
    typeof index.names?.text === 'string' &&
    typeof index.ids?.text === 'string'
  );
}

export const companyIdAt = (index: NamesIndex, company: number): string => textAt(index.ids, company);

export const ownerOf = (index: NamesIndex, name: number): number => numberAt(index.owners, name);

export const caseOf = (index: NamesIndex, name: number): CaseRule => numberAt(index.cases, name) as CaseRule;

/** True where the name is ambiguous. */
export const hasContext = (index: NamesIndex, name: number): boolean => numberAt(index.contexts, name) !== 0;

/** What a record says of an ambiguous name. */
export interface NameContext {
  /** Words nearby that speak for the company, and for the other sense. */
  for: string[];
  against: string[];
  /** True where a capitalised use means the company far more often than not. */
  usual: boolean;
}

/** What the record says of an ambiguous name; undefined for a name that is not. */
export function contextOf(index: NamesIndex, name: number): NameContext | undefined {
  const context = numberAt(index.contexts, name);
  if (context === 0) return undefined;
  const [forLine = '', againstLine = '', usual = ''] = textAt(index.words, context).split('\n');
  const list = (line: string) => line.split('|').filter(Boolean);
  return { for: list(forLine), against: list(againstLine), usual: usual === USUAL };
}

/** Which company owns the site `host`, or -1. */
export function companyOfHost(index: NamesIndex, host: string): number {
  const companies = countTexts(index.ids);
  for (let labels = host.toLowerCase(); labels.includes('.'); labels = labels.slice(labels.indexOf('.') + 1)) {
    const at = index.domains.text.indexOf(` ${labels} `);
    if (at < 0) continue;
    for (let company = 0; company < companies; company++)
      if (at < numberAt(index.domains.starts, company + 1)) return company;
  }
  return -1;
}
