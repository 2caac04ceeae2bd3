/**
 * Learns the cues' weights from labelled text: `npm run learn -- [--sources a,b] [--folds 5] [--write] FILE…`.
 * Logistic regression whose weights are held near the present ones: little text moves them little. Learn only from text
 * whose terms allow it: `--sources` names the sources that may be used; the others only measure.
 */
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Command } from 'commander';
import { CUE_WEIGHTS, type Cue } from '../mentions/cue-weights';
import { judge, senseOfPage, type Weighed } from '../mentions/judge';
import type { NamesIndex } from '../mentions/names-index';
import { packNames } from '../mentions/pack-names';
import { propose } from '../mentions/propose';
import { weigh } from '../mentions/weigh';
import type { Company } from '../model/company';
import { packFolder } from './dataset';
import {
  type LabelledCompany,
  type LabelledText,
  matchCompanies,
  readLabelledCompanies,
  readLabelledTexts,
  verdictOn,
} from './labelled-text';
import { Tally } from './tally';

type Weights = Record<Cue, number>;

interface Example {
  source: string;
  isCompany: boolean;
  cues: Cue[];
}

const CUES = Object.keys(CUE_WEIGHTS) as Cue[];
const PAGE_CUES: readonly Cue[] = ['page-sure', 'page-other-companies', 'page-against'];
const WEIGHTS_FILE = fileURLToPath(new URL('../mentions/cue-weights.ts', import.meta.url));

/** The dataset's names, and those that the labels know besides: their ambiguous ones teach the general cues. */
function namesFor(
  companies: Company[],
  labelled: LabelledCompany[],
  version: string,
): { index: NamesIndex; nameOf: Map<string, string> } {
  const nameOf = matchCompanies(companies, labelled);
  const known = new Set(nameOf.values());
  const none = { for: ['\uffff'], against: ['\uffff'] };
  const others = labelled
    .filter((company) => !known.has(company.name))
    .map((company, at): Company => {
      const id = `labelled-${at}`;
      nameOf.set(id, company.name);
      const names = company.aliases.map((text) => ({
        text,
        kind: 'name' as const,
        ...(company.ambiguous_aliases.includes(text) ? { ambiguous: none } : {}),
      }));
      return { id, name: company.name, names, domains: [], sector: 'technology', country: 'US' };
    });
  return { index: packNames([...companies, ...others], version), nameOf };
}

/** Every ambiguous proposal that the labels judge, with its cues. */
function examplesOf(texts: LabelledText[], index: NamesIndex, nameOf: Map<string, string>): Example[] {
  const examples: Example[] = [];
  for (const text of texts) {
    const weighed = weigh(text.text, propose(text.text, index), index);
    const sense = senseOfPage(weighed);
    for (const one of weighed) {
      if (one.plain || one.barred || one.lower) continue;
      const { kind } = verdictOn(text, nameOf.get(one.company) ?? '', one.start, one.end);
      if (kind !== 'unjudged')
        examples.push({ source: text.source, isCompany: kind === 'right', cues: judge(one as Weighed, sense).cues });
    }
  }
  return examples;
}

const scoreOf = (weights: Weights, cues: readonly Cue[]) => cues.reduce((sum, cue) => sum + weights[cue], 0);

/**
 * Fits by gradient descent; the penalty draws each weight to where it began.
 * @param pull strength of that penalty, per weight
 */
function fitWeights(examples: readonly Example[], pull: number): Weights {
  const weights = { ...CUE_WEIGHTS } as Weights;
  const rate = 0.5 / Math.max(1, examples.length);
  for (let step = 0; step < 3000; step++) {
    const slope = Object.fromEntries(CUES.map((cue) => [cue, pull * (weights[cue] - CUE_WEIGHTS[cue])])) as Weights;
    for (const { cues, isCompany } of examples) {
      const error = 1 / (1 + Math.exp(-scoreOf(weights, cues))) - Number(isCompany);
      for (const cue of cues) slope[cue] += error;
    }
    for (const cue of CUES) weights[cue] -= rate * slope[cue];
  }
  return weights;
}

function measure(examples: readonly Example[], weights: Weights): Tally {
  const tally = new Tally();
  for (const { cues, isCompany } of examples) {
    const accepted = scoreOf(weights, cues) > 0;
    if (accepted && isCompany) tally.right++;
    else if (accepted) tally.wrong++;
    else if (isCompany) tally.missed++;
  }
  return tally;
}

function write(weights: Weights, present: string): void {
  let text = present;
  for (const cue of CUES) {
    const key = /^[a-z]+$/.test(cue) ? cue : `'${cue}'`;
    text = text.replace(new RegExp(`^  ${key}: -?[\\d.]+,$`, 'm'), `  ${key}: ${Number(weights[cue].toFixed(2))},`);
  }
  writeFileSync(WEIGHTS_FILE, text);
}

new Command('learn')
  .description('Learn the weights of the cues from labelled text')
  .argument('<files...>', 'labelled text as JSON lines, plain or gzipped')
  .option('--sources <names>', 'learn only from these sources, separated by commas', (names: string) =>
    names.split(','),
  )
  .option('--folds <count>', 'measure on sources that were kept out, in this many folds', Number, 5)
  .option('--pull <strength>', 'how strongly weights are held to where they are', Number, 2)
  .option('--write', 'write the weights into mentions/cue-weights.ts')
  .action(async (files: string[], options: { sources?: string[]; folds: number; pull: number; write?: boolean }) => {
    const { dataset } = packFolder();
    const examples = files.flatMap((file) => {
      const labelled = readLabelledCompanies(file);
      const { index, nameOf } = namesFor(dataset.companies, labelled, dataset.version);
      return examplesOf(readLabelledTexts(file), index, nameOf);
    });
    const allowed = (example: Example) => !options.sources || options.sources.includes(example.source);
    console.log(
      `${examples.length} judged places of ambiguous names; ${examples.filter(allowed).length} to learn from`,
    );
    console.log(`present weights        ${measure(examples, { ...CUE_WEIGHTS })}`);
    const sources = [...new Set(examples.map((example) => example.source))].sort();
    const kept = new Tally();
    for (let fold = 0; fold < options.folds; fold++) {
      const out = new Set(sources.filter((_, at) => at % options.folds === fold));
      const weights = fitWeights(
        examples.filter((example) => allowed(example) && !out.has(example.source)),
        options.pull,
      );
      const tally = measure(
        examples.filter((example) => out.has(example.source)),
        weights,
      );
      console.log(`kept out ${String(fold + 1).padStart(2)}            ${tally}  ${[...out].join(', ')}`);
      kept.add(tally);
    }
    console.log(`all that was kept out  ${kept}`);
    const weights = fitWeights(examples.filter(allowed), options.pull);
    console.log(`learned                ${measure(examples, weights)}`);
    for (const cue of CUES)
      console.log(
        `  ${cue.padEnd(22)} ${CUE_WEIGHTS[cue].toFixed(2).padStart(6)} → ${weights[cue].toFixed(2).padStart(6)}  ${PAGE_CUES.includes(cue) ? '(page)' : ''}`,
      );
    if (options.write) write(weights, (await import('node:fs')).readFileSync(WEIGHTS_FILE, 'utf8'));
  })
  .parse();
