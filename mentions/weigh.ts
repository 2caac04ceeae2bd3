/** The second stage: weighs each proposal by what stands around it in its own text. Done in the background, for pages. */
import { isBoilerplate } from './boilerplate';
import { CUE_WEIGHTS } from './cue-weights';
import { isWordUnit } from './fold';
import type { Weighed } from './judge';
import { localCues } from './local-cues';
import { companyIdAt, companyOfHost, contextOf, type NamesIndex, ownerOf } from './names-index';
import { type Proposal, propose } from './propose';

/** A run of text of a page: words that stand in one line of thought, over inline elements. */
export interface PageRun {
  text: string;
  /** True where all of it is one link. */
  isLink: boolean;
}

/** What is found in runs of a page. */
export interface RunsReading {
  /** For each run what may be a mention in it, in order. */
  found: Weighed[][];
  /** Company that owns the site, where it is in the dataset: its own name is no news there, so it is counted and not marked. */
  siteOwner?: string;
}

/** Reads runs of a page on the site `host`; what is barred is left out. */
export function readRuns(runs: readonly PageRun[], host: string, index: NamesIndex): RunsReading {
  const found = weighRuns(runs, index).map((list) => list.filter(({ barred }) => !barred));
  const owner = companyOfHost(index, host);
  return { found, ...(owner < 0 ? {} : { siteOwner: companyIdAt(index, owner) }) };
}

/** Proposes and weighs what each run of a page may name; the result has one list a run. */
export function weighRuns(runs: readonly PageRun[], index: NamesIndex): Weighed[][] {
  return runs.map(({ text, isLink }) => weigh(text, propose(text, index), index, isLink));
}

/**
 * Weighs every proposal of one text by what stands around it.
 * @param isLink true where all of the text is one link
 */
export function weigh(text: string, proposals: readonly Proposal[], index: NamesIndex, isLink = false): Weighed[] {
  return proposals.map((_, at) => weighOne(text, proposals, at, index, isLink));
}

function weighOne(
  text: string,
  proposals: readonly Proposal[],
  at: number,
  index: NamesIndex,
  isLink: boolean,
): Weighed {
  const proposal = proposals[at] as Proposal;
  const context = contextOf(index, proposal.name);
  const weighed: Weighed = {
    ...proposal,
    company: companyIdAt(index, ownerOf(index, proposal.name)),
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
