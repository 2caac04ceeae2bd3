/** Labelled text: what it looks like, how it is read, and how a prediction is judged by it. */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { foldText } from '../mentions/fold';
import type { Company } from '../model/company';

/** A labelled place. Offsets are UTF-16 units, `end` exclusive. */
export interface Label {
  start: number;
  end: number;
  surface: string;
  company: string;
  ambiguous: boolean;
}

/** A text with the places where companies are meant (`mentions`) and where the same words mean something else (`negatives`). */
export interface LabelledText {
  id: string;
  source: string;
  group: string;
  text: string;
  mentions: Label[];
  negatives: Label[];
  /** Undecided places: counted neither way. */
  ignore?: [number, number][];
  /** Only these parts were labelled; all of the text where null. */
  regions?: [number, number][] | null;
}

export interface LabelledCompany {
  name: string;
  aliases: string[];
  ambiguous_aliases: string[];
  wikipedia_titles: string[];
}

/** Reads labelled text, plain or gzipped. Throws with the line that does not fit. */
export function readLabelledTexts(file: string): LabelledText[] {
  const bytes = readFileSync(file);
  const lines = (file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8').split('\n');
  return lines.flatMap((line, at) => {
    if (line.trim() === '') return [];
    try {
      const text = JSON.parse(line) as LabelledText;
      if (typeof text.text !== 'string' || !Array.isArray(text.mentions) || !Array.isArray(text.negatives))
        throw new Error('it needs "text", "mentions" and "negatives"');
      return [text];
    } catch (error) {
      throw new Error(`${file}:${at + 1} does not fit: ${(error as Error).message}`);
    }
  });
}

/** The companies that the labels of `file` name: `companies.json` beside it; none where there is no such file. */
export function readLabelledCompanies(file: string): LabelledCompany[] {
  const path = join(dirname(file), 'companies.json');
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : [];
}

/** Which labelled company each company of the dataset is: by Wikipedia title, else by name; its own id where the labels use ids. */
export function matchCompanies(
  companies: readonly Company[],
  labelled: readonly LabelledCompany[],
): Map<string, string> {
  const byTitle = new Map<string, string>();
  for (const company of labelled)
    for (const title of [...company.wikipedia_titles, company.name]) byTitle.set(foldText(title), company.name);
  const matched = new Map<string, string>();
  for (const company of companies) {
    if (labelled.length === 0) matched.set(company.id, company.id);
    const name = byTitle.get(foldText(company.wikipedia ?? '')) ?? byTitle.get(foldText(company.name));
    if (name) matched.set(company.id, name);
  }
  return matched;
}

export interface Verdict {
  /** `unjudged`: the labels say nothing about this place. */
  kind: 'right' | 'wrong' | 'unjudged';
  /** The label that decided. */
  label?: Label;
}

/** What the labels say of one predicted place; `company` in the labels' own naming. */
export function verdictOn(text: LabelledText, company: string, start: number, end: number): Verdict {
  const overlaps = (label: Label) => label.start < end && start < label.end;
  if (text.regions && !text.regions.some(([from, to]) => start >= from && end <= to)) return { kind: 'unjudged' };
  const right = text.mentions.find((label) => label.company === company && overlaps(label));
  if (right) return { kind: 'right', label: right };
  if (text.ignore?.some(([from, to]) => start < to && from < end)) return { kind: 'unjudged' };
  const wrong = text.negatives.find(overlaps) ?? text.mentions.find(overlaps);
  return wrong ? { kind: 'wrong', label: wrong } : { kind: 'unjudged' };
}
