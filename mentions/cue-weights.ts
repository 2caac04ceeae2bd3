/** What the rest of a page adds, in log-odds: pages carry these alone. */
export const PAGE_CUE_WEIGHTS = {
  'page-sure': 2,
  'page-other-companies': 0.7,
  'page-against': -1.5,
  'page-lower': -1.2,
} as const;

/**
 * What each cue adds to a name's score, in log-odds. Set by hand on labelled text; `npm run learn` shows what logistic
 * regression, held near these weights, would make of them, and how that does on sources that it has not seen.
 */
export const CUE_WEIGHTS = {
  base: -1.4,
  usual: 1.5,
  'usual-at-start': 1.1,
  'word-for': 1.6,
  'word-against': -2,
  suffix: 4,
  noun: 1.4,
  verb: 1.5,
  'business-talk': 0.5,
  possessive: 0.5,
  listed: 1.8,
  ticker: 4,
  tagged: 1.2,
  'role-before': 2,
  preposition: 0.5,
  title: -4,
  'given-name': -3.2,
  'capital-before': -2.2,
  region: 1.2,
  compound: 2.2,
  place: -3,
  'longer-name': -1.3,
  article: -1.15,
  owner: -1,
  elision: -4,
  capital: 1.1,
  ...PAGE_CUE_WEIGHTS,
} as const satisfies Record<string, number>;

export type Cue = keyof typeof CUE_WEIGHTS;

/** A cue that only the whole page gives. */
export type PageCue = keyof typeof PAGE_CUE_WEIGHTS;
