/** What stands around a proposed mention, as cues for and against the company being meant. */
import type { Cue } from './cue-weights';
import { foldText, isLower, isUnspacedScript, isUpper, isWordUnit } from './fold';
import { type Language, languageOf } from './language';
import { isDoubtful, type NameContext, type NamesIndex, ownerOf } from './names-index';
import type { Proposal } from './propose';
import { hasWord, wordsOf } from './word-set';

/** How far context words are looked for on each side, in UTF-16 units: about a sentence. */
const WINDOW = 160;

/** How far the previous word is looked for, in UTF-16 units: the way to its beginning is tried from each unit. */
const WORD_WINDOW = 40;

/** What parts words. */
const NO_LETTERS = /[^\p{L}]+/u;

/** German joins words: “Internethändler”, “Suchmaschinenkonzerns”. */
const GERMAN_ROLE_ENDING =
  /(?:handlers?|konzerns?|riesen?|anbieters?|dienste?s?|herstellers?|kette|bank|tochter|plattform|netzwerks?)$/;

/** A stock ticker after a name: “<AAPL.O>”, “(NASDAQ: AAPL)”. */
const TICKER = /^\s*[<(](?:[A-Z]{1,6}\.[A-Z]{1,2}[>)]|(?:NASDAQ|Nasdaq|NasdaqGS|NYSE|LSE|TSX|AMEX|OTC)\b)/;

/** What may stand between two entries of a list or table: signs, numbers, footnote marks, but no sentence's end. */
const LIST_GAP = /^(?:\s*[,/;|&+]\s*|\s*\n\s*|[\s\d|+\-−–%.,:;/()[\]$€£]*[\d|;][\s\d|+\-−–%.,:;/()[\]$€£]*|\s)$/;

/** What stands around one proposed mention, read once for all cues. */
interface Surroundings {
  /** As far as {@link WINDOW} on each side, as written. */
  before: string;
  after: string;
  /** Both sides, folded, and their words. */
  around: string;
  words: readonly string[];
  lists: NamesIndex['cues'];
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
  const surroundings = lookAround(text, proposals[at] as Proposal, index.cues);
  const cues = [
    ...cuesAround(surroundings, context),
    ...cuesOfWriting(surroundings, context),
    ...cuesAfter(surroundings, startsNext(proposals, at, surroundings)),
    ...cuesBefore(surroundings, endsPrevious(proposals, at, surroundings)),
  ];
  if (isListed(text, proposals, at, index)) cues.push('listed');
  return cues;
}

function lookAround(text: string, { start, end }: Proposal, lists: NamesIndex['cues']): Surroundings {
  const before = text.slice(Math.max(0, start - WINDOW), start);
  const after = text.slice(end, end + WINDOW);
  const around = `${foldText(before)} ${foldText(after)}`;
  const words = around.split(NO_LETTERS);
  const surface = text.slice(start, end);
  const previous = lastWord(before);
  const next = firstWord(after);
  return {
    before,
    after,
    around,
    words,
    lists,
    language: languageOf(words, lists),
    surface,
    previous,
    next,
    opens: previous.word === '' || /[.!?:\n"“”•|]/.test(previous.gap),
    inCapitals: isAllCapitals(surface) && isAllCapitals(next.word || previous.word),
  };
}

/** The words of the record, and business talk, anywhere around. */
function cuesAround(surroundings: Surroundings, context: NameContext): Cue[] {
  const { around } = surroundings;
  const cues: Cue[] = [];
  for (let found = countWords(around, context.for, 3); found > 0; found--) cues.push('word-for');
  for (let found = countWords(around, context.against, 3); found > 0; found--) cues.push('word-against');
  for (let found = countBusinessWords(surroundings); found > 0; found--) cues.push('business-talk');
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
function cuesAfter({ after, next, language, inCapitals, lists }: Surroundings, isName: boolean): Cue[] {
  const cues: Cue[] = [];
  const isPossessive = /^['’ʼ]s\b/.test(after);
  const afterNext = next.rest ? firstWord(next.rest) : { word: '', gap: '', rest: '' };
  const nextLower = next.word.toLowerCase();
  const isCapital = isUpper(next.word.charCodeAt(0));
  if (TICKER.test(after)) cues.push('ticker');
  if (isPossessive) cues.push('possessive');
  else if (/^['’]\s?\p{L}/u.test(after)) cues.push('elision');
  if (next.gap !== '' && hasWord(lists.suffixes, nextLower) && isCapital) cues.push('suffix');
  else if (hasWord(lists.nouns, (isPossessive ? afterNext : next).word.toLowerCase())) cues.push('noun');
  else if (next.gap.trim() === '' && isDoing(next, afterNext, language, lists)) cues.push('verb');
  if (next.gap.trim() === '' && next.gap !== '' && !isPossessive) {
    if (hasWord(lists.places, nextLower)) cues.push('place');
    else if (isRegion(after, lists)) cues.push('region');
    else if (
      !inCapitals &&
      !isName &&
      isCapital &&
      language !== 'german' &&
      !hasWord(lists.suffixes, nextLower) &&
      !hasWord(lists.nouns, nextLower)
    )
      cues.push('longer-name');
  }
  if (hasWord(lists.states, /^,\s(\p{Lu}[\p{L}]*(?: \p{Lu}\p{L}+)?)\b/u.exec(after)?.[1] ?? '')) cues.push('place');
  if (hasWord(lists.compoundEnds, /^-(\p{Ll}+)/u.exec(after)?.[1] ?? '')) cues.push('compound');
  else if (/^-\p{Lu}/u.test(after)) cues.push(language === 'german' ? 'preposition' : 'longer-name');
  return cues;
}

/** What stands before the name. @param isName true where another proposed name does */
function cuesBefore({ before, previous, language, opens, inCapitals, lists }: Surroundings, isName: boolean): Cue[] {
  const cues: Cue[] = [];
  const word = previous.word.toLowerCase();
  const isEnglish = language === 'english';
  if (/[#@$]$/.test(before)) cues.push('tagged');
  if (!hasWord(lists.freePrefixes, /(\p{L}+)-$/u.exec(before)?.[1]?.toLowerCase() ?? 'pre')) cues.push('longer-name');
  if (/^\.\s?$/.test(previous.gap)) {
    if (hasWord(lists.titles, word)) cues.push('title');
    else if (/^(?:\p{Lu}\.)*\p{Lu}$/u.test(previous.word)) cues.push('given-name');
  }
  if (opens || previous.gap.trim() !== '') return cues;
  if (hasWord(lists.roles, word) || (!isEnglish && isRoleInLanguage(foldText(word), lists))) cues.push('role-before');
  else if (hasWord(lists.titles, word)) cues.push('title');
  else if (!isEnglish && hasWord(lists.foreignArticles, word)) return cues;
  else if (hasWord(lists.articles, word)) cues.push('article');
  else if (hasWord(lists.owners, word)) cues.push('owner');
  else if (hasWord(lists.prepositions, word) || (!isEnglish && hasWord(lists.foreignPrepositions, foldText(word))))
    cues.push('preposition');
  else if (hasWord(lists.givenNames, word) && isCapitalised(previous.word)) cues.push('given-name');
  else if (
    !inCapitals &&
    !isName &&
    isCapitalised(previous.word) &&
    language !== 'german' &&
    !hasWord(lists.openers, word)
  )
    cues.push('capital-before');
  return cues;
}

/** True where the words after a name say what a company does: “said”, “will launch”, “also has”. */
function isDoing(
  next: Word & { rest: string },
  afterNext: Word & { rest: string },
  language: Language,
  lists: NamesIndex['cues'],
): boolean {
  if (language !== 'english' && hasWord(lists.foreignVerbs, foldText(next.word))) return true;
  const second = wordPastAdverbs(afterNext, lists);
  return (
    hasWord(lists.verbs, wordPastAdverbs(next, lists)) ||
    (hasWord(lists.auxiliaries, next.word.toLowerCase()) &&
      (hasWord(lists.verbs, second) || hasWord(lists.participles, second)))
  );
}

function isRoleInLanguage(word: string, lists: NamesIndex['cues']): boolean {
  return hasWord(lists.foreignRoles, word) || GERMAN_ROLE_ENDING.test(word);
}

/** True where the neighbouring proposal is of another company and only a comma or joiner stands between. */
function isListed(text: string, proposals: readonly Proposal[], at: number, index: NamesIndex): boolean {
  const own = proposals[at] as Proposal;
  const isNeighbour = (other: Proposal | undefined, from: number, to: number) => {
    if (!other || to - from > 20 || ownerOf(index, other.name) === ownerOf(index, own.name)) return false;
    // Two doubtful names do not make each other sure: “Plaid / Orange” may be fabrics.
    if (isDoubtful(index, other.name)) return false;
    const between = text.slice(from, to).replace(/['’]s/, '');
    return LIST_GAP.test(between) || hasWord(index.cues.joiners, between.replace(/[\s,]/g, '').toLowerCase());
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
      // Scripts without spaces have no edges between words.
      const edge =
        isUnspacedScript(word.charCodeAt(0)) ||
        (!isWordUnit(around.charCodeAt(at - 1)) &&
          !/^[\p{L}\p{N}]/u.test(around.slice(at + word.length).replace(/^e?s\b/, '')));
      if (!edge) continue;
      found++;
      break;
    }
    if (found >= most) break;
  }
  return found;
}

function countBusinessWords({ words, lists, language }: Surroundings): number {
  const business = wordsOf(lists.business);
  const foreign = language === 'english' ? undefined : wordsOf(lists.foreignBusiness);
  const seen = new Set(words.filter((word) => business.has(word) || foreign?.has(word)));
  return Math.min(4, seen.size);
}

function lastWord(before: string): Word {
  const match = /([\p{L}\p{N}][\p{L}\p{N}'’.&-]*?)?([^\p{L}\p{N}]*)$/u.exec(before.slice(-WORD_WINDOW));
  return { word: match?.[1] ?? '', gap: match?.[2] ?? '' };
}

function firstWord(after: string): Word & { rest: string } {
  const match = /^([^\p{L}\p{N}]*)([\p{L}\p{N}]*)/u.exec(after);
  return { gap: match?.[1] ?? '', word: match?.[2] ?? '', rest: after.slice(match?.[0].length ?? 0) };
}

/** The first word that is no adverb: “Target also has” says what Target does. */
function wordPastAdverbs(next: Word & { rest: string }, lists: NamesIndex['cues']): string {
  let word = next.word.toLowerCase();
  for (let rest = next.rest; hasWord(lists.adverbs, word) || /^[a-z]{3,}ly$/.test(word); ) {
    const following = firstWord(rest);
    if (following.gap.trim() !== '' || following.word === '') break;
    word = following.word.toLowerCase();
    rest = following.rest;
  }
  return word;
}

/** True where a country or a world region follows, as in the names of subsidiaries: “Target Canada”, “Amazon U.K.”. */
function isRegion(after: string, lists: NamesIndex['cues']): boolean {
  const region = /^\s((?:\p{Lu}\.){2,}|\p{Lu}\p{L}+|\p{Lu}{2,3})/u.exec(after)?.[1];
  return region !== undefined && hasWord(lists.regions, region.replaceAll('.', '').toLowerCase());
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
