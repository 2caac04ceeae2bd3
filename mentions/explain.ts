/** Tells a decision of the judge in words, for “why is this marked?” and for `scan --explain`. */
import { CUE_WEIGHTS, type Cue } from './cue-weights';
import type { Weighed } from './judge';

/** What each cue says, after “because …”. */
const CUE_WORDS: Record<Cue, string> = {
  base: '',
  usual: 'with a capital it is mostly the company',
  'usual-at-start': '',
  'word-for': 'words nearby speak for the company',
  'word-against': 'words nearby speak for another sense',
  suffix: 'a legal form or the like follows',
  noun: 'something that companies have follows',
  verb: 'something that companies do follows',
  'business-talk': 'the text around is about business or personal data',
  possessive: 'it owns something',
  listed: 'it stands in a list with other companies',
  ticker: 'a stock ticker follows',
  tagged: 'it is written as a tag or handle',
  'role-before': 'it is called a company',
  preposition: 'it stands where companies stand in a sentence',
  title: 'a title before it makes it a person',
  'given-name': 'a given name before it makes it a person',
  'capital-before': 'a capitalised word before it makes it a part of another name',
  region: 'a country follows, as in a subsidiary’s name',
  compound: 'it owns, makes or backs something',
  place: 'the word after it makes it a place',
  'longer-name': 'it is a part of a longer name',
  article: 'an article before it makes it a thing',
  owner: 'it belongs to somebody',
  elision: 'it is an article cut short before a vowel',
  capital: 'it is written as a name inside a sentence',
  'page-sure': 'the page surely names the company elsewhere',
  'page-other-companies': 'the page names other companies',
  'page-against': 'elsewhere on the page it is surely something else',
  'page-lower': 'the page uses the word in small letters',
};

/** How many reasons are told, the weightiest first. */
const MOST_REASONS = 3;

/**
 * Why a proposal was accepted or rejected, as one sentence without the name: “words nearby speak for the company; …”.
 * @param cues all cues of the decision, those of the page included
 */
export function explain(weighed: Weighed, accepted: boolean, cues: readonly Cue[]): string {
  if (weighed.barred) return 'it is a part of an address, the label of a button, or small print';
  if (weighed.lower) return 'in small letters it is an ordinary word';
  if (weighed.plain) return 'the name has no other common sense';
  const reasons = [...new Set(cues)]
    .filter((cue) => CUE_WORDS[cue] !== '' && CUE_WEIGHTS[cue] > 0 === accepted)
    .sort((a, b) => Math.abs(CUE_WEIGHTS[b]) - Math.abs(CUE_WEIGHTS[a]))
    .slice(0, MOST_REASONS)
    .map((cue) => CUE_WORDS[cue]);
  return (
    reasons.join('; ') || (accepted ? 'more speaks for the company than against' : 'nothing speaks for the company')
  );
}
