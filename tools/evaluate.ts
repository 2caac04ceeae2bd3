/**
 * Scores the detector on labelled text: `npm run evaluate -- FILE…` (JSON lines, plain or .gz).
 * A line is `{"id", "group", "text", "mentions", "negatives", "ignore", "regions"}`; mentions and negatives are
 * `{"start", "end", "surface", "company", "ambiguous"}` with offsets in UTF-16 units. `companies.json` beside the file tells
 * which Wikipedia titles each labelled company has; only companies that both sides know are scored.
 */
import { Command } from 'commander';
import { findMentions } from '../mentions/find-mentions';
import { packFolder } from './dataset';
import {
  type Label,
  type LabelledCompany,
  type LabelledText,
  matchCompanies,
  readLabelledCompanies,
  readLabelledTexts,
  verdictOn,
} from './labelled-text';
import { Tally } from './tally';

interface Scores {
  all: Tally;
  ambiguous: Tally;
  groups: Map<string, Tally>;
  names: Map<string, Tally>;
  errors: { kind: 'wrong' | 'missed'; company: string; group: string; context: string }[];
}

function score(texts: LabelledText[], labelledCompanies: LabelledCompany[]): Scores {
  const { dataset, names } = packFolder();
  const matched = matchCompanies(dataset.companies, labelledCompanies);
  const known = new Set(matched.values());
  const scores: Scores = { all: new Tally(), ambiguous: new Tally(), groups: new Map(), names: new Map(), errors: [] };
  const tallies = (group: string, name: string, ambiguous: boolean): Tally[] => {
    const groupTally = scores.groups.get(group) ?? new Tally();
    scores.groups.set(group, groupTally);
    if (!ambiguous) return [scores.all, groupTally];
    const nameTally = scores.names.get(name) ?? new Tally();
    scores.names.set(name, nameTally);
    return [scores.all, scores.ambiguous, groupTally, nameTally];
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
        for (const tally of tallies(text.group, name, label.ambiguous)) tally.right++;
      } else {
        for (const tally of tallies(text.group, name, label.ambiguous)) tally.wrong++;
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
        for (const tally of tallies(text.group, label.company, label.ambiguous)) tally.missed++;
        scores.errors.push({
          kind: 'missed',
          company: label.company,
          group: text.group,
          context: context(label.start, label.end),
        });
      }
  }
  return scores;
}

new Command('evaluate')
  .description('Score the detector on labelled text')
  .argument('<files...>', 'labelled text as JSON lines, plain or gzipped')
  .option('--errors <count>', 'how many errors to show', '20')
  .action((files: string[], options: { errors: string }) => {
    for (const file of files) {
      const scores = score(readLabelledTexts(file), readLabelledCompanies(file));
      console.log(`${file}\n  all names        ${scores.all}\n  ambiguous names  ${scores.ambiguous}`);
      for (const [group, tally] of scores.groups) console.log(`  ${group.padEnd(15)}  ${tally}`);
      for (const [name, tally] of [...scores.names]
        .sort((a, b) => b[1].wrong + b[1].missed - a[1].wrong - a[1].missed)
        .slice(0, 30))
        console.log(`    ${name.padEnd(20)} ${tally}`);
      for (const error of scores.errors.slice(0, Number(options.errors)))
        console.log(`  ${error.kind.padEnd(6)} ${error.company} · ${error.group} · ${error.context}`);
    }
  })
  .parse();
