/** Scores the detector on labelled text. */
import { findMentions } from '../mentions/find-mentions';
import type { Packed } from './dataset';
import { type Label, type LabelledCompany, type LabelledText, matchCompanies, verdictOn } from './labelled-text';
import { Tally } from './tally';

/** How the detector did on some texts. */
export interface Scores {
  all: Tally;
  ambiguous: Tally;
  groups: Map<string, Tally>;
  /** Where the texts are from: all names, and the ambiguous ones alone. */
  sources: Map<string, { all: Tally; ambiguous: Tally }>;
  names: Map<string, Tally>;
  /** Mean F1 over the ambiguous names that have at least two mentions and two negatives; NaN where there is none. */
  macroF1: number;
  errors: { kind: 'wrong' | 'missed'; company: string; group: string; context: string }[];
}

/** Runs the detector over labelled texts and compares. Only companies that both sides know are scored. */
export function scoreTexts(
  texts: readonly LabelledText[],
  labelledCompanies: readonly LabelledCompany[],
  { dataset, names }: Packed,
): Scores {
  const matched = matchCompanies(dataset.companies, labelledCompanies);
  const known = new Set(matched.values());
  const scores: Scores = {
    all: new Tally(),
    ambiguous: new Tally(),
    groups: new Map(),
    sources: new Map(),
    names: new Map(),
    macroF1: Number.NaN,
    errors: [],
  };
  const labelCounts = new Map<string, { mentions: number; negatives: number }>();
  for (const text of texts)
    for (const key of ['mentions', 'negatives'] as const)
      for (const label of text[key]) {
        if (!label.ambiguous || !known.has(label.company)) continue;
        const counts = labelCounts.get(label.company) ?? { mentions: 0, negatives: 0 };
        counts[key]++;
        labelCounts.set(label.company, counts);
      }
  const tallies = ({ group, source }: LabelledText, name: string, ambiguous: boolean): Tally[] => {
    const groupTally = scores.groups.get(group) ?? new Tally();
    scores.groups.set(group, groupTally);
    const ofSource = scores.sources.get(source) ?? { all: new Tally(), ambiguous: new Tally() };
    scores.sources.set(source, ofSource);
    if (!ambiguous) return [scores.all, groupTally, ofSource.all];
    const nameTally = scores.names.get(name) ?? new Tally();
    scores.names.set(name, nameTally);
    return [scores.all, scores.ambiguous, groupTally, ofSource.all, ofSource.ambiguous, nameTally];
  };
  for (const text of texts) {
    const found = new Set<Label>();
    const context = (start: number, end: number) =>
      `${text.text.slice(Math.max(0, start - 70), start)}[${text.text.slice(start, end)}]${text.text.slice(end, end + 70)}`.replace(
        /\s+/g,
        ' ',
      );
    for (const { company, surface, start, end } of findMentions(text.text, names)) {
      const name = matched.get(company);
      if (!name) continue;
      const { kind, label } = verdictOn(text, name, start, end);
      if (!label || found.has(label)) continue;
      if (kind === 'right') {
        found.add(label);
        for (const tally of tallies(text, name, label.ambiguous)) tally.right++;
      } else {
        for (const tally of tallies(text, name, label.ambiguous)) tally.wrong++;
        scores.errors.push({
          kind: 'wrong',
          company: `${name} (${surface})`,
          group: text.group,
          context: context(start, end),
        });
      }
    }
    for (const label of text.mentions)
      if (known.has(label.company) && !found.has(label)) {
        for (const tally of tallies(text, label.company, label.ambiguous)) tally.missed++;
        scores.errors.push({
          kind: 'missed',
          company: label.company,
          group: text.group,
          context: context(label.start, label.end),
        });
      }
  }
  const judged = [...labelCounts].filter(([, counts]) => counts.mentions >= 2 && counts.negatives >= 2);
  const f1s = judged.map(([name]) => scores.names.get(name)?.f1 ?? 0);
  if (f1s.length > 0) scores.macroF1 = f1s.reduce((sum, f1) => sum + f1, 0) / f1s.length;
  return scores;
}
