/**
 * The last stage: decides for each weighed proposal whether the company is meant, from what its own text says and from what
 * the rest of the page settles. Every decision carries the cues that made it, to be told in words.
 */
import { type Cue, PAGE_CUE_WEIGHTS, type PageCue } from './cue-weights';
import type { Proposal } from './propose';

/** Score, in log-odds, above which an ambiguous name counts as a mention. Doubt means no mark. */
export const THRESHOLD = 0;

/** Local score beyond which a mention is sure enough to speak for the others on the page. */
const SURE = 1.5;

/** A proposal with what its own text says about it. */
export interface Weighed extends Proposal {
  /** Id of the company that bears the name. */
  company: string;
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
  sure: ReadonlySet<string>;
  /** Names that are surely something else somewhere on the page. */
  against: ReadonlySet<number>;
  /** Names that the page writes in small letters more often than with a capital, and more than once: its subject is the word. */
  lower: ReadonlySet<number>;
}

/** What all weighed proposals of a page settle together. */
export function senseOfPage(all: Iterable<Weighed>): PageSense {
  const sure = new Set<string>();
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
  const added = pageCues(weighed, sense);
  const score = added.reduce((sum, cue) => sum + PAGE_CUE_WEIGHTS[cue], weighed.score);
  return { accepted: score > THRESHOLD, cues: [...weighed.cues, ...added] };
}

/** The cues that the rest of the page gives one of its mentions. */
function pageCues(weighed: Weighed, sense: PageSense): PageCue[] {
  const cues: PageCue[] = [];
  if (sense.sure.has(weighed.company)) cues.push('page-sure');
  else if (sense.against.has(weighed.name)) cues.push('page-against');
  if (sense.lower.has(weighed.name)) cues.push('page-lower');
  if (sense.sure.size >= 3) cues.push('page-other-companies');
  return cues;
}
