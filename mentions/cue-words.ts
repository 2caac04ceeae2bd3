/** The cues of the judge in words. */
import { CUE_WEIGHTS, type Cue } from './cue-weights';

/** What each cue says, after “because …”. */
const WORDS: Record<Cue, string> = {
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

/** A cue to whoever asks why: its words, empty where it tells nothing, and its weight. */
export interface Reason {
  words: string;
  weight: number;
}

/** All cues as reasons. */
export const REASONS = Object.fromEntries(
  Object.entries(WORDS).map(([cue, words]) => [cue, { words, weight: CUE_WEIGHTS[cue as Cue] }]),
) as Record<Cue, Reason>;
