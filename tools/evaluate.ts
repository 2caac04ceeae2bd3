/**
 * Scores the detector on labelled text: `npm run evaluate -- FILE…` (JSON lines, plain or .gz).
 * A line is `{"id", "group", "text", "mentions", "negatives", "ignore", "regions"}`; mentions and negatives are
 * `{"start", "end", "surface", "company", "ambiguous"}` with offsets in UTF-16 units. `companies.json` beside the file tells
 * which Wikipedia titles each labelled company has; only companies that both sides know are scored.
 */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { Command } from 'commander';
import { findMentions } from '../mentions/find-mentions';
import { foldText } from '../mentions/fold';
import type { Company } from '../model/company';
import { packFolder } from './dataset';

interface Label {
  start: number;
  end: number;
  surface: string;
  company: string;
  ambiguous: boolean;
}

interface LabelledText {
  id: string;
  group: string;
  source?: string;
  text: string;
  mentions: Label[];
  negatives: Label[];
  ignore?: [number, number][];
  regions?: [number, number][] | null;
}

interface LabelledCompany {
  name: string;
  aliases: string[];
  wikipedia_titles: string[];
}

/** Right, wrong and missed predictions of one kind of name. */
export class Tally {
  right = 0;
  wrong = 0;
  missed = 0;

  get precision(): number {
    return this.right + this.wrong === 0 ? 1 : this.right / (this.right + this.wrong);
  }

  get recall(): number {
    return this.right + this.missed === 0 ? 1 : this.right / (this.right + this.missed);
  }

  get f1(): number {
    const sum = this.precision + this.recall;
    return sum === 0 ? 0 : (2 * this.precision * this.recall) / sum;
  }

  toString(): string {
    const percent = (value: number) => (100 * value).toFixed(1).padStart(5);
    return `P ${percent(this.precision)}  R ${percent(this.recall)}  F1 ${percent(this.f1)}  (${this.right} right, ${this.wrong} wrong, ${this.missed} missed)`;
  }
}

/** Which labelled company each company of the dataset is, by name or Wikipedia title. */
function matchCompanies(companies: readonly Company[], labelled: readonly LabelledCompany[]): Map<string, string> {
  const byTitle = new Map<string, string>();
  for (const company of labelled)
    for (const title of [...company.wikipedia_titles, company.name]) byTitle.set(foldText(title), company.name);
  const matched = new Map<string, string>();
  for (const company of companies) {
    const name = byTitle.get(foldText(company.wikipedia ?? '')) ?? byTitle.get(foldText(company.name));
    if (name) matched.set(company.id, name);
  }
  return matched;
}

const overlaps = (a: { start: number; end: number }, start: number, end: number) => a.start < end && start < a.end;

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
      if (text.regions && !text.regions.some(([from, to]) => start >= from && end <= to)) continue;
      const right = text.mentions.find((label) => label.company === name && overlaps(label, start, end));
      if (right) {
        if (found.has(right)) continue;
        found.add(right);
        for (const tally of tallies(text.group, name, right.ambiguous)) tally.right++;
        continue;
      }
      if (text.ignore?.some(([from, to]) => start < to && from < end)) continue;
      const wrong =
        text.negatives.find((label) => overlaps(label, start, end)) ??
        text.mentions.find((label) => overlaps(label, start, end));
      if (!wrong) continue;
      for (const tally of tallies(text.group, name, wrong.ambiguous)) tally.wrong++;
      scores.errors.push({
        kind: 'wrong',
        company: `${name} (${surface})`,
        group: text.group,
        context: context(start, end),
      });
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

function readTexts(file: string): LabelledText[] {
  const bytes = readFileSync(file);
  const content = (file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
  return content
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as LabelledText);
}

new Command('evaluate')
  .description('Score the detector on labelled text')
  .argument('<files...>', 'labelled text as JSON lines, plain or gzipped')
  .option('--errors <count>', 'how many errors to show', '20')
  .action((files: string[], options: { errors: string }) => {
    for (const file of files) {
      const companiesFile = join(dirname(file), 'companies.json');
      const companies: LabelledCompany[] = existsSync(companiesFile)
        ? JSON.parse(readFileSync(companiesFile, 'utf8'))
        : [];
      const scores = score(readTexts(file), companies);
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
