/** What stands around a proposed mention, as cues for and against the company being meant. */
import type { Cue } from './cue-weights';
import {
  ADVERBS,
  ARTICLES,
  AUXILIARIES,
  BUSINESS_WORDS,
  COMPANY_NOUNS,
  COMPANY_PARTICIPLES,
  COMPANY_SUFFIXES,
  COMPANY_VERBS,
  COMPOUND_ENDS,
  FREE_PREFIXES,
  LIST_JOINERS,
  OWNERS,
  PERSON_TITLES,
  PLACE_WORDS,
  PREPOSITIONS,
  REGIONS,
  ROLE_WORDS,
  SENTENCE_OPENERS,
  STATES,
} from './cues';
import {
  ARTICLES_IN_LANGUAGES,
  BUSINESS_IN_LANGUAGES,
  GERMAN_ROLE_ENDING,
  PREPOSITIONS_IN_LANGUAGES,
  ROLES_IN_LANGUAGES,
  VERBS_IN_LANGUAGES,
} from './cues-in-languages';
import { foldText, isLower, isUpper, isWordUnit } from './fold';
import { GIVEN_NAMES } from './given-names';
import { type Language, languageOf } from './language';
import { contextOf, type NameContext, type NamesIndex, ownerOf } from './names-index';
import type { Proposal } from './propose';

/** How far context words are looked for on each side, in UTF-16 units: about a sentence. */
const WINDOW = 160;

/** A stock ticker after a name: “<AAPL.O>”, “(NASDAQ: AAPL)”. */
const TICKER = /^\s*[<(](?:[A-Z]{1,6}\.[A-Z]{1,2}[>)]|(?:NASDAQ|Nasdaq|NasdaqGS|NYSE|LSE|TSX|AMEX|OTC)\b)/;

/** What may stand between two entries of a list or table: signs, numbers, footnote marks, but no sentence's end. */
const LIST_GAP = /^(?:\s*[,/;|&+]\s*|\s*\n\s*|[\s\d|+\-−–%.,:;/()[\]$€£]*[\d|;][\s\d|+\-−–%.,:;/()[\]$€£]*|\s)$/;

/** What stands around one proposed mention, read once for all cues. */
interface Surroundings {
  /** As far as {@link WINDOW} on each side, as written. */
  before: string;
  after: string;
  /** Both sides, folded. */
  around: string;
  language: Language;
  /** The name as written. */
  surface: string;
  previous: Word;
  next: Word & { rest: string };
  /** True where a sentence, a quotation or a line begins with the name. */
  opens: boolean;
  /** True where the name is among words of capitals only. */
  inCapitals: boolean;
}

interface Word {
  word: string;
  /** What stands between it and the name. */
  gap: string;
}

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
  const surroundings = lookAround(text, proposals[at] as Proposal);
  const cues = [
    ...cuesAround(surroundings, context),
    ...cuesOfWriting(surroundings, context),
    ...cuesAfter(surroundings, startsNext(proposals, at, surroundings)),
    ...cuesBefore(surroundings, endsPrevious(proposals, at, surroundings)),
  ];
  if (isListed(text, proposals, at, index)) cues.push('listed');
  return cues;
}

function lookAround(text: string, { start, end }: Proposal): Surroundings {
  const before = text.slice(Math.max(0, start - WINDOW), start);
  const after = text.slice(end, end + WINDOW);
  const around = `${foldText(before)} ${foldText(after)}`;
  const surface = text.slice(start, end);
  const previous = lastWord(before);
  const next = firstWord(after);
  return {
    before,
    after,
    around,
    language: languageOf(around),
    surface,
    previous,
    next,
    opens: previous.word === '' || /[.!?:\n"“”•|]/.test(previous.gap),
    inCapitals: isAllCapitals(surface) && isAllCapitals(next.word || previous.word),
  };
}

/** The words of the record, and business talk, anywhere around. */
function cuesAround({ around, language }: Surroundings, context: NameContext): Cue[] {
  const cues: Cue[] = [];
  for (let found = countWords(around, context.for, 3); found > 0; found--) cues.push('word-for');
  for (let found = countWords(around, context.against, 3); found > 0; found--) cues.push('word-against');
  for (let found = countBusinessWords(around, language); found > 0; found--) cues.push('business-talk');
  return cues;
}

/** What capitals tell. */
function cuesOfWriting(
  { before, after, surface, language, opens, inCapitals }: Surroundings,
  context: NameContext,
): Cue[] {
  const cues: Cue[] = [];
  // Capitals beyond the first letter of a sentence are the name's own: “RBC froze”, “Royal Bank says”.
  const isBare = opens && !/\p{L}.*\p{Lu}/su.test(surface);
  if (context.usual) cues.push(isBare ? 'usual-at-start' : 'usual');
  // A capital inside a sentence of small letters is evidence; at its start, among capitals or in German, it is none.
  if (!opens && !inCapitals && language !== 'german' && isMostlyLower(before, after)) cues.push('capital');
  return cues;
}

/** What follows the name. @param isName true where another proposed name follows */
function cuesAfter({ after, next, language, inCapitals }: Surroundings, isName: boolean): Cue[] {
  const cues: Cue[] = [];
  const isPossessive = /^['’ʼ]s\b/.test(after);
  const afterNext = next.rest ? firstWord(next.rest) : { word: '', gap: '', rest: '' };
  const nextLower = next.word.toLowerCase();
  const isCapital = isUpper(next.word.charCodeAt(0));
  if (TICKER.test(after)) cues.push('ticker');
  if (isPossessive) cues.push('possessive');
  else if (/^['’]\s?\p{L}/u.test(after)) cues.push('elision');
  if (next.gap !== '' && COMPANY_SUFFIXES.has(nextLower) && isCapital) cues.push('suffix');
  else if (COMPANY_NOUNS.has((isPossessive ? afterNext : next).word.toLowerCase())) cues.push('noun');
  else if (next.gap.trim() === '' && isDoing(next, afterNext, language)) cues.push('verb');
  if (next.gap.trim() === '' && next.gap !== '' && !isPossessive) {
    if (PLACE_WORDS.has(nextLower)) cues.push('place');
    else if (isRegion(after)) cues.push('region');
    else if (
      !inCapitals &&
      !isName &&
      isCapital &&
      language !== 'german' &&
      !COMPANY_SUFFIXES.has(nextLower) &&
      !COMPANY_NOUNS.has(nextLower)
    )
      cues.push('longer-name');
  }
  if (STATES.has(/^,\s(\p{Lu}[\p{L}]*(?: \p{Lu}\p{L}+)?)\b/u.exec(after)?.[1] ?? '')) cues.push('place');
  if (COMPOUND_ENDS.has(/^-(\p{Ll}+)/u.exec(after)?.[1] ?? '')) cues.push('compound');
  else if (/^-\p{Lu}/u.test(after)) cues.push(language === 'german' ? 'preposition' : 'longer-name');
  return cues;
}

/** What stands before the name. @param isName true where another proposed name does */
function cuesBefore({ before, previous, language, opens, inCapitals }: Surroundings, isName: boolean): Cue[] {
  const cues: Cue[] = [];
  const word = previous.word.toLowerCase();
  const isEnglish = language === 'english';
  if (/[#@$]$/.test(before)) cues.push('tagged');
  if (!FREE_PREFIXES.has(/(\p{L}+)-$/u.exec(before)?.[1]?.toLowerCase() ?? 'pre')) cues.push('longer-name');
  if (/^\.\s?$/.test(previous.gap)) {
    if (PERSON_TITLES.has(word)) cues.push('title');
    else if (/^(?:\p{Lu}\.)*\p{Lu}$/u.test(previous.word)) cues.push('given-name');
  }
  if (opens || previous.gap.trim() !== '') return cues;
  if (ROLE_WORDS.has(word) || (!isEnglish && isRoleInLanguage(foldText(word)))) cues.push('role-before');
  else if (PERSON_TITLES.has(word)) cues.push('title');
  else if (!isEnglish && ARTICLES_IN_LANGUAGES.has(word)) return cues;
  else if (ARTICLES.has(word)) cues.push('article');
  else if (OWNERS.has(word)) cues.push('owner');
  else if (PREPOSITIONS.has(word) || (!isEnglish && PREPOSITIONS_IN_LANGUAGES.has(foldText(word))))
    cues.push('preposition');
  else if (GIVEN_NAMES.has(word) && isCapitalised(previous.word)) cues.push('given-name');
  else if (
    !inCapitals &&
    !isName &&
    isCapitalised(previous.word) &&
    language !== 'german' &&
    !SENTENCE_OPENERS.has(word)
  )
    cues.push('capital-before');
  return cues;
}

/** True where the words after a name say what a company does: “said”, “will launch”, “also has”. */
function isDoing(next: Word & { rest: string }, afterNext: Word & { rest: string }, language: Language): boolean {
  if (language !== 'english' && VERBS_IN_LANGUAGES.has(foldText(next.word))) return true;
  const second = wordPastAdverbs(afterNext);
  return (
    COMPANY_VERBS.has(wordPastAdverbs(next)) ||
    (AUXILIARIES.has(next.word.toLowerCase()) && (COMPANY_VERBS.has(second) || COMPANY_PARTICIPLES.has(second)))
  );
}

function isRoleInLanguage(word: string): boolean {
  return ROLES_IN_LANGUAGES.has(word) || GERMAN_ROLE_ENDING.test(word);
}

/** True where the neighbouring proposal is of another company and only a comma or joiner stands between. */
function isListed(text: string, proposals: readonly Proposal[], at: number, index: NamesIndex): boolean {
  const own = proposals[at] as Proposal;
  const isNeighbour = (other: Proposal | undefined, from: number, to: number) => {
    if (!other || to - from > 20 || ownerOf(index, other.name) === ownerOf(index, own.name)) return false;
    // Two doubtful names do not make each other sure: “Plaid / Orange” may be fabrics.
    if (contextOf(index, other.name)?.usual === false) return false;
    const between = text.slice(from, to).replace(/['’]s/, '');
    return LIST_GAP.test(between) || LIST_JOINERS.has(between.replace(/[\s,]/g, '').toLowerCase());
  };
  const previous = proposals[at - 1];
  const next = proposals[at + 1];
  return (
    (previous !== undefined && isNeighbour(previous, previous.end, own.start)) ||
    isNeighbour(next, own.end, next?.start ?? own.end)
  );
}

/** True where the next proposed name is the next word. */
function startsNext(proposals: readonly Proposal[], at: number, { next }: Surroundings): boolean {
  return proposals[at + 1]?.start === (proposals[at] as Proposal).end + next.gap.length;
}

/** True where the previous proposed name is the previous word. */
function endsPrevious(proposals: readonly Proposal[], at: number, { previous }: Surroundings): boolean {
  return proposals[at - 1]?.end === (proposals[at] as Proposal).start - previous.gap.length;
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

function countBusinessWords(around: string, language: Language): number {
  const seen = new Set<string>();
  for (const word of around.split(/[^a-z]+/))
    if (BUSINESS_WORDS.has(word) || (language !== 'english' && BUSINESS_IN_LANGUAGES.has(word))) seen.add(word);
  return Math.min(4, seen.size);
}

function lastWord(before: string): Word {
  const match = /([\p{L}\p{N}][\p{L}\p{N}'’.&-]*?)?([^\p{L}\p{N}]*)$/u.exec(before);
  return { word: match?.[1] ?? '', gap: match?.[2] ?? '' };
}

function firstWord(after: string): Word & { rest: string } {
  const match = /^([^\p{L}\p{N}]*)([\p{L}\p{N}]*)/u.exec(after);
  return { gap: match?.[1] ?? '', word: match?.[2] ?? '', rest: after.slice(match?.[0].length ?? 0) };
}

/** The first word that is no adverb: “Target also has” says what Target does. */
function wordPastAdverbs(next: Word & { rest: string }): string {
  let word = next.word.toLowerCase();
  for (let rest = next.rest; ADVERBS.has(word) || /^[a-z]{3,}ly$/.test(word); ) {
    const following = firstWord(rest);
    if (following.gap.trim() !== '' || following.word === '') break;
    word = following.word.toLowerCase();
    rest = following.rest;
  }
  return word;
}

/** True where a country or a world region follows, as in the names of subsidiaries: “Target Canada”, “Amazon U.K.”. */
function isRegion(after: string): boolean {
  const region = /^\s((?:\p{Lu}\.){2,}|\p{Lu}\p{L}+|\p{Lu}{2,3})/u.exec(after)?.[1];
  return region !== undefined && REGIONS.has(region.replaceAll('.', '').toLowerCase());
}

/** True for a word that may be a part of a name: “Chevy”; “Emmy-winning” is none. */
function isCapitalised(word: string): boolean {
  return isUpper(word.charCodeAt(0)) && (word.length === 1 || isLower(word.charCodeAt(1))) && !/-\p{Ll}/u.test(word);
}

/** True where the words around begin with small letters mostly: no headline, no list of names. */
function isMostlyLower(before: string, after: string): boolean {
  const words = `${before.slice(-60)} ${after.slice(0, 60)}`.match(/(?<![\p{L}\p{N}'’])\p{L}{2,}/gu) ?? [];
  return words.filter((word) => isLower(word.charCodeAt(0))).length * 2 > words.length;
}

function isAllCapitals(word: string): boolean {
  return word.length > 1 && word === word.toUpperCase() && word !== word.toLowerCase();
}
