/**
 * The second stage: decides for each proposed mention whether the company is meant, from what stands around it and from
 * what the rest of the page settles. Every decision carries the cues that made it, to be told in words.
 */
import { isBoilerplate } from './boilerplate';
import { CUE_WEIGHTS, type Cue } from './cue-weights';
import { isWordUnit } from './fold';
import { localCues } from './local-cues';
import { contextOf, type NamesIndex, ownerOf } from './names-index';
import type { Proposal } from './propose';

/** Score, in log-odds, above which an ambiguous name counts as a mention. Doubt means no mark. */
export const THRESHOLD = 0;

/** Local score beyond which a mention is sure enough to speak for the others on the page. */
const SURE = 1.5;

/** A proposal with what its own text says about it. */
export interface Weighed extends Proposal {
  company: number;
  /** True where the name is no ordinary word, person or place: such a proposal is a mention unless it is `barred`. */
  plain: boolean;
  /** True where the text says nothing about the company: a part of an address, the label of a button, small print. */
  barred: boolean;
  /** Sum of the local cues; of no meaning for a plain name. */
  score: number;
  cues: Cue[];
}

/** What a page settles for all its mentions. Built from all weighed proposals of the page, in any order. */
export interface PageSense {
  /** Companies that are surely meant somewhere on the page. */
  sure: ReadonlySet<number>;
  /** Names that are surely something else somewhere on the page. */
  against: ReadonlySet<number>;
  /** Names that the page writes in small letters more often than with a capital, and more than once: its subject is the word. */
  lower: ReadonlySet<number>;
}

/**
 * Weighs every proposal of one text by what stands around it.
 * @param isLink true where all of the text is one link
 */
export function weigh(text: string, proposals: readonly Proposal[], index: NamesIndex, isLink = false): Weighed[] {
  return proposals.map((_, at) => weighOne(text, proposals, at, index, isLink));
}

/**
 * Weighs the proposal at `at`.
 * @param isLink true where all of the text is one link
 */
export function weighOne(
  text: string,
  proposals: readonly Proposal[],
  at: number,
  index: NamesIndex,
  isLink = false,
): Weighed {
  const proposal = proposals[at] as Proposal;
  const context = contextOf(index, proposal.name);
  const weighed: Weighed = {
    ...proposal,
    company: ownerOf(index, proposal.name),
    plain: context === undefined,
    barred: isPartOfAddress(text, proposal) || isBoilerplate(text, proposal.start, proposal.end, index.cues, isLink),
    score: 0,
    cues: [],
  };
  if (context && !weighed.barred && !proposal.lower) {
    weighed.cues = ['base', ...localCues(text, proposals, at, context, index)];
    for (const cue of weighed.cues) weighed.score += CUE_WEIGHTS[cue];
  }
  return weighed;
}

/** What all weighed proposals of a page settle together. */
export function senseOfPage(all: Iterable<Weighed>): PageSense {
  const sure = new Set<number>();
  const doubted = new Set<number>();
  const lower = new Map<number, { lower: number; capital: number }>();
  for (const weighed of all) {
    if (weighed.barred) continue;
    if (!weighed.plain) {
      const count = lower.get(weighed.name) ?? { lower: 0, capital: 0 };
      count[weighed.lower ? 'lower' : 'capital']++;
      lower.set(weighed.name, count);
    }
    if (weighed.lower) continue;
    if (weighed.plain || weighed.score >= SURE) sure.add(weighed.company);
    else if (weighed.score <= -SURE) doubted.add(weighed.name);
  }
  const words = [...lower].filter(([, count]) => count.lower > 1 && count.lower > count.capital).map(([name]) => name);
  return { sure, against: doubted, lower: new Set(words) };
}

/** The decision on one proposal, given what the page settles. */
export function judge(weighed: Weighed, sense: PageSense): { accepted: boolean; cues: Cue[] } {
  if (weighed.barred || weighed.lower) return { accepted: false, cues: [] };
  if (weighed.plain) return { accepted: true, cues: [] };
  const cues = [...weighed.cues, ...pageCues(weighed, sense)];
  const score = cues.reduce((sum, cue) => sum + CUE_WEIGHTS[cue], 0);
  return { accepted: score > THRESHOLD, cues };
}

/** The cues that the rest of the page gives one of its mentions. */
function pageCues(weighed: Weighed, sense: PageSense): Cue[] {
  const cues: Cue[] = [];
  if (sense.sure.has(weighed.company)) cues.push('page-sure');
  else if (sense.against.has(weighed.name)) cues.push('page-against');
  if (sense.lower.has(weighed.name)) cues.push('page-lower');
  if (sense.sure.size >= 3) cues.push('page-other-companies');
  return cues;
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
  return (
    (after === '_' && isWordUnit(text.charCodeAt(end + 1))) ||
    (before === '_' && isWordUnit(text.charCodeAt(start - 2)))
  );
}
