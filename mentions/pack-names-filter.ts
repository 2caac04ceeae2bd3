/** Packs the names filter that pages read; done at build time (docs/decisions/0003-names-index.md). */
import type { Company, CompanyName } from '../model/company';
import { APOSTROPHE, foldText, isLower } from './fold';
import {
  BEGINNING_BITS,
  FILTER_LAYOUT,
  keysOf,
  MOST_NAME_WORDS,
  NAME_BITS,
  type NamesFilter,
  setBits,
  WRITTEN_ANYHOW,
  WRITTEN_CAPITAL,
  WRITTEN_EXACTLY,
  WRITTEN_SMALL,
} from './names-filter';
import { CASE_ANY, CASE_EXACT } from './names-index';
import { caseRule } from './pack-names';
import { packBits, powerOf2 } from './packed-table';

/** Digits for each name, in each of the two tables; raised to a power of two. */
const DIGITS_A_NAME = 3;

/**
 * Packs the names of all companies; one that has ended (`to`) is left out.
 * @throws where a name has too many words for a page to look for it
 */
export function packNamesFilter(companies: readonly Company[], version: string): NamesFilter {
  const names = companies.flatMap((company) => company.names).filter((name) => !name.to);
  const digits = powerOf2(names.length * DIGITS_A_NAME);
  const beginnings = new Uint8Array(digits);
  const whole = new Uint8Array(digits);
  for (const name of names) {
    if (foldText(name.text) === '') continue;
    for (const text of waysOf(foldText(name.text))) {
      const keys = keysOf(text);
      if (!keys) throw new Error(`the name “${name.text}” has no word, or more than ${MOST_NAME_WORDS}`);
      setBits(beginnings, keys.beginning, BEGINNING_BITS);
      for (const writing of writingsOf(name)) setBits(whole, keys.whole ^ writing, NAME_BITS);
    }
  }
  return { version, layout: FILTER_LAYOUT, beginnings: packBits(beginnings), names: packBits(whole) };
}

/** How a text must write the name for the page to ask about it. */
function writingsOf(name: CompanyName): number[] {
  const rule = caseRule(name);
  if (rule === CASE_ANY || isLower(name.text.charCodeAt(0))) return [WRITTEN_ANYHOW];
  if (rule === CASE_EXACT) return [WRITTEN_EXACTLY];
  return name.ambiguous ? [WRITTEN_CAPITAL, WRITTEN_SMALL] : [WRITTEN_CAPITAL];
}

/** People leave apostrophes out, each or all: “McDonalds”, “LOreal”. */
function waysOf(folded: string): string[] {
  const at = folded.indexOf(String.fromCharCode(APOSTROPHE));
  if (at < 0) return [folded];
  const rest = waysOf(folded.slice(at + 1));
  return rest.flatMap((way) => [`${folded.slice(0, at)}'${way}`, folded.slice(0, at) + way]);
}
