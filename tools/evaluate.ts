/**
 * Scores the detector on labelled text: `npm run evaluate -- FILE…` (JSON lines, plain or .gz).
 * A line is `{"id", "group", "text", "mentions", "negatives", "ignore", "regions"}`; mentions and negatives are
 * `{"start", "end", "surface", "company", "ambiguous"}` with offsets in UTF-16 units. `companies.json` beside the file tells
 * which Wikipedia titles each labelled company has; without it, companies are named by their ids.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { Command } from 'commander';
import { packFolder } from './dataset';
import { readLabelledCompanies, readLabelledTexts } from './labelled-text';
import { type Scores, scoreTexts } from './score';
import { Tally } from './tally';

/** Figures of one run, by file and measure; each between 0 and 1. */
type Figures = Record<string, Record<string, number>>;

/** How much a figure may fall before it counts as worse. */
const TOLERANCE = 0.0005;

new Command('evaluate')
  .description('Score the detector on labelled text')
  .argument('<files...>', 'labelled text as JSON lines, plain or gzipped')
  .option('--errors <count>', 'how many errors to show', Number, 20)
  .option('--folds <count>', 'also by source, the sources dealt into this many folds', Number)
  .option('--write <file>', 'keep the figures of this run, for a later --baseline')
  .option('--baseline <file>', 'compare with the figures of an earlier run; fails when one got worse')
  .action((files: string[], options: { errors: number; folds?: number; write?: string; baseline?: string }) => {
    const packed = packFolder();
    const figures: Figures = {};
    for (const file of files) {
      const scores = scoreTexts(readLabelledTexts(file), readLabelledCompanies(file), packed);
      show(file, scores, options.errors);
      if (options.folds) showFolds(scores, options.folds);
      figures[file] = figuresOf(scores);
    }
    if (options.write) writeFileSync(options.write, `${JSON.stringify(figures, null, 2)}\n`);
    if (options.baseline) process.exitCode = compare(JSON.parse(readFileSync(options.baseline, 'utf8')), figures);
  })
  .parse();

function show(file: string, scores: Scores, errors: number): void {
  console.log(`${file}\n  all names        ${scores.all}\n  ambiguous names  ${scores.ambiguous}`);
  if (!Number.isNaN(scores.macroF1)) console.log(`  macro F1         ${(100 * scores.macroF1).toFixed(1)}`);
  for (const [group, tally] of scores.groups) console.log(`  ${group.padEnd(15)}  ${tally}`);
  const faults = (tally: Tally) => tally.wrong + tally.missed;
  for (const [name, tally] of [...scores.names].sort((a, b) => faults(b[1]) - faults(a[1])).slice(0, 30))
    console.log(`    ${name.padEnd(20)} ${tally}`);
  for (const error of scores.errors.slice(0, errors))
    console.log(`  ${error.kind.padEnd(6)} ${error.company} · ${error.group} · ${error.context}`);
}

/** By source, and the same in folds: which sources a change was made for, and which tell whether it helps elsewhere. */
function showFolds(scores: Scores, folds: number): void {
  const sources = [...scores.sources.keys()].sort();
  for (let fold = 0; fold < folds; fold++) {
    const own = sources.filter((_, at) => at % folds === fold);
    const all = new Tally();
    const ambiguous = new Tally();
    for (const source of own) {
      const tallies = scores.sources.get(source);
      if (!tallies) continue;
      all.add(tallies.all);
      ambiguous.add(tallies.ambiguous);
      console.log(`    ${source.padEnd(16)} ${tallies.all}`);
    }
    console.log(`  fold ${fold + 1} all       ${all}\n  fold ${fold + 1} ambiguous ${ambiguous}`);
  }
}

function figuresOf(scores: Scores): Record<string, number> {
  const of = (name: string, tally: Tally) => ({
    [`${name} precision`]: tally.precision,
    [`${name} recall`]: tally.recall,
  });
  return {
    ...of('all', scores.all),
    ...of('ambiguous', scores.ambiguous),
    ...(Number.isNaN(scores.macroF1) ? {} : { 'macro F1': scores.macroF1 }),
  };
}

/** Prints what changed; 1 where a figure got worse. */
function compare(before: Figures, now: Figures): number {
  let worse = 0;
  for (const [file, figures] of Object.entries(now))
    for (const [name, value] of Object.entries(figures)) {
      const earlier = before[file]?.[name];
      if (earlier === undefined || Math.abs(value - earlier) <= TOLERANCE) continue;
      if (value < earlier) worse++;
      console.log(
        `  ${value < earlier ? 'WORSE ' : 'better'} ${name}: ${(100 * earlier).toFixed(1)} → ${(100 * value).toFixed(1)} (${file})`,
      );
    }
  return worse > 0 ? 1 : 0;
}
