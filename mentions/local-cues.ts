/** What stands around a proposed mention, as cues for and against the company being meant. */
import type { Cue } from './cue-weights';
import {
  ARTICLES,
  AUXILIARIES,
  BUSINESS_WORDS,
  COMPANY_NOUNS,
  COMPANY_PARTICIPLES,
  COMPANY_SUFFIXES,
  COMPANY_VERBS,
  ENGLISH_WORDS,
  GERMAN_WORDS,
  LIST_JOINERS,
  OWNERS,
  PERSON_TITLES,
  PLACE_WORDS,
  PREPOSITIONS,
  ROLE_WORDS,
} from './cues';
import { foldText, isLower, isUpper, isWordUnit } from './fold';
import { type NameContext, type NamesIndex, ownerOf } from './names-index';
import type { Proposal } from './propose';

/** How far context words are looked for on each side, in UTF-16 units: about a sentence. */
const WINDOW = 160;

/** A stock ticker after a name: “<AAPL.O>”, “(NASDAQ: AAPL)”. */
const TICKER = /^\s*[<(](?:[A-Z]{1,6}\.[A-Z]{1,2}[>)]|(?:NASDAQ|Nasdaq|NasdaqGS|NYSE|LSE|TSX|AMEX|OTC)\b)/;

/**
 * The cues that speak for or against a proposed mention in its own text, each as often as it is found.
 * @param context the words for and against that name, from its company's record
 */
export function localCues(
  text: string,
  proposals: readonly Proposal[],
  at: number,
  context: NameContext,
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

  if (TICKER.test(after)) cues.push('ticker');
  if (/[#@$]$/.test(before)) cues.push('tagged');
  if (isPossessive) cues.push('possessive');
  if (next.gap !== '' && COMPANY_SUFFIXES.has(nextLower) && isUpper(next.word.charCodeAt(0))) cues.push('suffix');
  else if (COMPANY_NOUNS.has(noun)) cues.push('noun');
  else if (next.gap.trim() === '') {
    const second = afterNext.word.toLowerCase();
    const isDone = AUXILIARIES.has(nextLower) && (COMPANY_VERBS.has(second) || COMPANY_PARTICIPLES.has(second));
    if (isDone || COMPANY_VERBS.has(nextLower)) cues.push('verb');
  }
  for (let found = countBusinessWords(around); found > 0; found--) cues.push('business-talk');

  const isCapitals = isAllCapitals(text.slice(start, end)) && isAllCapitals(next.word || previous.word);
  const sentenceStart = previous.word === '' || /[.!?:\n"“”•|]/.test(previous.gap);
  if (context.usual) cues.push(sentenceStart ? 'usual-at-start' : 'usual');
  // A capital inside a sentence of small letters is evidence; at its start, among capitals or in German, it is none.
  if (!sentenceStart && !isCapitals && isMostlyLower(before, after) && !isGerman(around)) cues.push('capital');
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
    if (ROLE_WORDS.has(word)) cues.push('role-before');
    else if (PERSON_TITLES.has(word)) cues.push('title');
    else if (ARTICLES.has(word)) cues.push('article');
    else if (OWNERS.has(word)) cues.push('owner');
    else if (PREPOSITIONS.has(word)) cues.push('preposition');
    else if (!isCapitals && isCapitalised(previous.word) && !endsProposal(proposals[at - 1], start, previous))
      cues.push('given-name');
  } else if (/^\.\s?$/.test(previous.gap)) {
    if (PERSON_TITLES.has(previous.word.toLowerCase())) cues.push('title');
    else if (previous.word.length === 1 && isUpper(previous.word.charCodeAt(0))) cues.push('given-name');
  }
  if (/\p{L}-$/u.test(before) || /^-\p{Lu}/u.test(after)) cues.push('longer-name');
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

/** True where the folded words around are German rather than English. */
function isGerman(around: string): boolean {
  let german = 0;
  for (const word of around.split(/[^\p{L}]+/u)) {
    if (GERMAN_WORDS.has(word)) german++;
    else if (ENGLISH_WORDS.has(word)) german--;
  }
  return german > 1;
}

/** True where the words around begin with small letters mostly: no headline, no list of names. */
function isMostlyLower(before: string, after: string): boolean {
  const words = `${before.slice(-60)} ${after.slice(0, 60)}`.match(/(?<![\p{L}\p{N}'’])\p{L}{2,}/gu) ?? [];
  return words.filter((word) => isLower(word.charCodeAt(0))).length * 2 > words.length;
}

function isAllCapitals(word: string): boolean {
  return word.length > 1 && word === word.toUpperCase() && word !== word.toLowerCase();
}
