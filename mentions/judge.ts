/**
 * The second stage: decides for each proposed mention whether the company is meant, from what stands around it and from
 * what the rest of the page settles. Every decision carries the cues that made it, to be told in words.
 */
import {
  BUSINESS_WORDS,
  COMPANY_NOUNS,
  COMPANY_SUFFIXES,
  COMPANY_VERBS,
  LIST_JOINERS,
  PERSON_TITLES,
  PLACE_WORDS,
} from './cues';
import { foldText, isLower, isUpper, isWordUnit } from './fold';
import { contextOf, type NamesIndex, ownerOf } from './names-index';
import type { Proposal } from './propose';

/** How far context words are looked for on each side, in UTF-16 units: about a sentence. */
const WINDOW = 160;

/** What a cue adds to the score; a name is a mention where the sum is above {@link THRESHOLD}. */
export const CUE_WEIGHTS = {
  'word-for': 1.6,
  'word-against': -2,
  suffix: 4,
  noun: 1.4,
  verb: 0.9,
  'business-talk': 0.5,
  possessive: 0.5,
  listed: 1.8,
  title: -4,
  'given-name': -2.6,
  place: -3,
  'longer-name': -1.3,
  article: -0.8,
  capital: 1.3,
  'page-sure': 2,
  'page-other-companies': 0.7,
  'page-against': -1.5,
} as const;

export type Cue = keyof typeof CUE_WEIGHTS;

/** Score above which an ambiguous name counts as a mention. Doubt means no mark. */
export const THRESHOLD = 0.75;

/** Local score above which a mention is sure enough to speak for the others on the page. */
const SURE = 2.2;

/** A proposal with what its own text says about it. */
export interface Weighed extends Proposal {
  company: number;
  /** True where the name is no ordinary word, person or place: such a proposal is a mention unless it is `barred`. */
  plain: boolean;
  /** True where the text is no prose about the company: a part of an address, an e-mail address. */
  barred: boolean;
  /** Sum of the local cues; of no meaning for a plain name. */
  score: number;
  cues: Cue[];
}

/** What a page settles for all its mentions. Built from all weighed proposals of the page, in any order. */
export interface PageSense {
  /** Companies that are surely meant somewhere on the page. */
  sure: ReadonlySet<number>;
  /** Names that are surely something else somewhere on the page, and nowhere surely the company. */
  against: ReadonlySet<number>;
}

/** Weighs every proposal of one text by what stands around it. */
export function weigh(text: string, proposals: readonly Proposal[], index: NamesIndex): Weighed[] {
  return proposals.map((proposal, at) => {
    const context = contextOf(index, proposal.name);
    const weighed: Weighed = {
      ...proposal,
      company: ownerOf(index, proposal.name),
      plain: context === undefined,
      barred: isPartOfAddress(text, proposal),
      score: 0,
      cues: [],
    };
    if (context && !weighed.barred) {
      weighed.cues = localCues(text, proposals, at, context, index);
      for (const cue of weighed.cues) weighed.score += CUE_WEIGHTS[cue];
    }
    return weighed;
  });
}

/** What all weighed proposals of a page settle together. */
export function senseOfPage(all: Iterable<Weighed>): PageSense {
  const sure = new Set<number>();
  const doubted = new Set<number>();
  for (const weighed of all) {
    if (weighed.barred) continue;
    if (weighed.plain || weighed.score >= SURE) sure.add(weighed.company);
    else if (weighed.score <= -SURE) doubted.add(weighed.name);
  }
  return { sure, against: doubted };
}

/** The decision on one proposal, given what the page settles. */
export function judge(weighed: Weighed, sense: PageSense): { accepted: boolean; cues: Cue[] } {
  if (weighed.barred) return { accepted: false, cues: [] };
  if (weighed.plain) return { accepted: true, cues: [] };
  const cues = [...weighed.cues];
  if (sense.sure.has(weighed.company)) cues.push('page-sure');
  else if (sense.against.has(weighed.name)) cues.push('page-against');
  if (sense.sure.size >= 3) cues.push('page-other-companies');
  const score = cues.reduce((sum, cue) => sum + CUE_WEIGHTS[cue], 0);
  return { accepted: score > THRESHOLD, cues };
}

function localCues(
  text: string,
  proposals: readonly Proposal[],
  at: number,
  context: { for: string[]; against: string[] },
  index: NamesIndex,
): Cue[] {
  const { start, end } = proposals[at] as Proposal;
  const cues: Cue[] = [];
  const before = text.slice(Math.max(0, start - WINDOW), start);
  const after = text.slice(end, end + WINDOW);
  const around = `${foldText(before)} ${foldText(after)}`;

  for (let found = countWords(around, context.for, 3); found > 0; found--) cues.push('word-for');
  for (let found = countWords(around, context.against, 3); found > 0; found--) cues.push('word-against');

  const previous = lastWord(before);
  const next = firstWord(after);
  const afterNext = next.rest ? firstWord(next.rest) : { word: '', gap: '', rest: '' };
  const isPossessive = /^['’ʼ]s\b/.test(after);
  const noun = (isPossessive ? afterNext : next).word.toLowerCase();
  const nextLower = next.word.toLowerCase();

  if (isPossessive) cues.push('possessive');
  if (next.gap !== '' && COMPANY_SUFFIXES.has(nextLower) && isUpper(next.word.charCodeAt(0))) cues.push('suffix');
  else if (COMPANY_NOUNS.has(noun)) cues.push('noun');
  else if (COMPANY_VERBS.has(nextLower) && next.gap.trim() === '') cues.push('verb');
  for (let found = countBusinessWords(around); found > 0; found--) cues.push('business-talk');

  const isCapitals = isAllCapitals(text.slice(start, end)) && isAllCapitals(next.word || previous.word);
  const sentenceStart = previous.word === '' || /[.!?:\n"“”•|]/.test(previous.gap);
  // A capital inside a sentence of small letters is evidence; at its start, or among capitals, it is none.
  if (!sentenceStart && !isCapitals && isMostlyLower(before, after)) cues.push('capital');
  if (next.gap.trim() === '' && next.gap !== '' && !isPossessive) {
    if (PLACE_WORDS.has(nextLower)) cues.push('place');
    else if (
      !isCapitals &&
      isUpper(next.word.charCodeAt(0)) &&
      !COMPANY_SUFFIXES.has(nextLower) &&
      !COMPANY_NOUNS.has(nextLower) &&
      !startsProposal(proposals[at + 1], end, next)
    )
      cues.push('longer-name');
  }
  if (!sentenceStart && previous.gap.trim() === '') {
    const word = previous.word.toLowerCase();
    if (PERSON_TITLES.has(word)) cues.push('title');
    else if (/^(the|a|an|this|that|his|her|my|our|your|their)$/.test(word)) cues.push('article');
    else if (!isCapitals && isCapitalised(previous.word) && !endsProposal(proposals[at - 1], start, previous))
      cues.push('given-name');
  } else if (/^\.\s?$/.test(previous.gap)) {
    if (PERSON_TITLES.has(previous.word.toLowerCase())) cues.push('title');
    else if (previous.word.length === 1 && isUpper(previous.word.charCodeAt(0))) cues.push('given-name');
  }
  if (isListed(text, proposals, at, index)) cues.push('listed');
  return cues;
}

/** True where the neighbouring proposal is of another company and only a comma or joiner stands between. */
function isListed(text: string, proposals: readonly Proposal[], at: number, index: NamesIndex): boolean {
  const own = proposals[at] as Proposal;
  const isNeighbour = (other: Proposal | undefined, from: number, to: number) => {
    if (!other || to - from > 8 || ownerOf(index, other.name) === ownerOf(index, own.name)) return false;
    const between = text.slice(from, to).replace(/['’]s/, '');
    return /^\s*[,/;]?\s*$/.test(between) || LIST_JOINERS.has(between.replace(/[\s,]/g, '').toLowerCase());
  };
  const previous = proposals[at - 1];
  const next = proposals[at + 1];
  return (
    (previous !== undefined && isNeighbour(previous, previous.end, own.start)) ||
    isNeighbour(next, own.end, next?.start ?? own.end)
  );
}

function startsProposal(next: Proposal | undefined, end: number, word: { gap: string }): boolean {
  return next !== undefined && next.start === end + word.gap.length;
}

function endsProposal(previous: Proposal | undefined, start: number, word: { gap: string }): boolean {
  return previous !== undefined && previous.end === start - word.gap.length;
}

/** How many different `words` stand in the folded text, at most `most`. */
function countWords(around: string, words: readonly string[], most: number): number {
  let found = 0;
  for (const word of words) {
    for (let at = around.indexOf(word); at >= 0; at = around.indexOf(word, at + 1)) {
      const edge =
        !isWordUnit(around.charCodeAt(at - 1)) &&
        !/^[\p{L}\p{N}]/u.test(around.slice(at + word.length).replace(/^e?s\b/, ''));
      if (!edge) continue;
      found++;
      break;
    }
    if (found >= most) break;
  }
  return found;
}

function countBusinessWords(around: string): number {
  const seen = new Set<string>();
  for (const word of around.split(/[^a-z]+/)) if (BUSINESS_WORDS.has(word)) seen.add(word);
  return Math.min(4, seen.size);
}

function lastWord(before: string): { word: string; gap: string } {
  const match = /([\p{L}\p{N}][\p{L}\p{N}'’.&-]*?)?([^\p{L}\p{N}]*)$/u.exec(before);
  return { word: match?.[1] ?? '', gap: match?.[2] ?? '' };
}

function firstWord(after: string): { word: string; gap: string; rest: string } {
  const match = /^([^\p{L}\p{N}]*)([\p{L}\p{N}]*)/u.exec(after);
  return { gap: match?.[1] ?? '', word: match?.[2] ?? '', rest: after.slice(match?.[0].length ?? 0) };
}

function isCapitalised(word: string): boolean {
  return isUpper(word.charCodeAt(0)) && (word.length === 1 || isLower(word.charCodeAt(1)));
}

/** True where the words around begin with small letters mostly: no headline, no list of names. */
function isMostlyLower(before: string, after: string): boolean {
  const words = `${before.slice(-60)} ${after.slice(0, 60)}`.match(/(?<![\p{L}\p{N}'’])\p{L}{2,}/gu) ?? [];
  return words.filter((word) => isLower(word.charCodeAt(0))).length * 2 > words.length;
}

function isAllCapitals(word: string): boolean {
  return word.length > 1 && word === word.toUpperCase() && word !== word.toLowerCase();
}

/** True inside an address: `jane@apple.com`, `www.target.com/ring`, `/?q=apple`. A bare `netflix.com` is no such thing. */
function isPartOfAddress(text: string, { start, end }: Proposal): boolean {
  const before = text.charAt(start - 1);
  const after = text.charAt(end);
  if (before === '@' && isWordUnit(text.charCodeAt(start - 2))) return true;
  if (/^[\w.+-]*@[\p{L}\p{N}]/u.test(text.slice(end, end + 64))) return true;
  if (
    /[-/._=?&#+%~:]/.test(before) &&
    /(?:https?:|www\.|\w\.\w[^\s]*\/|\w@)\S*$/i.test(text.slice(Math.max(0, start - 120), start))
  )
    return true;
  if (before === '.' && isWordUnit(text.charCodeAt(start - 2))) return true;
  return after === '_' || before === '_';
}
