/** All stages together, for a page whose whole text is at hand: what the command line and the tests use. */
import { judge, senseOfPage } from './judge';
import type { NamesIndex } from './names-index';
import { type PageRun, weighRuns } from './weigh';

/** A place in a text where a company is meant. */
export interface Mention {
  /** Company id. */
  company: string;
  /** The text as written, `text.slice(start, end)`. */
  surface: string;
  /** UTF-16 units, `end` exclusive. */
  start: number;
  end: number;
}

/** Finds the mentions in the runs of one page; the result has one list a run. */
export function findMentionsOfPage(runs: readonly PageRun[], index: NamesIndex): Mention[][] {
  const weighed = weighRuns(runs, index);
  const sense = senseOfPage(weighed.flat());
  return weighed.map((list, at) =>
    list
      .filter((one) => judge(one, sense).accepted)
      .map(({ company, start, end }) => ({
        company,
        surface: (runs[at] as PageRun).text.slice(start, end),
        start,
        end,
      })),
  );
}

/** Finds the mentions in one text. */
export function findMentions(text: string, index: NamesIndex): Mention[] {
  return findMentionsOfPage([{ text, isLink: false }], index)[0] ?? [];
}
