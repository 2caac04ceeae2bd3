/** What every part of the bench is given, and what it gives back. */
import type { NamesFilter } from '../../mentions/names-filter';
import type { NamesIndex } from '../../mentions/names-index';
import type { Company } from '../../model/company';
import type { Dataset } from '../../model/dataset';
import type { BenchBrowser } from './bench-browser';
import type { BenchPage, BenchWeb } from './bench-web';
import type { Extensions } from './extensions';
import { noiseOf, type Spread } from './statistics';

/** One row of the table in docs/bench.md. */
export interface Row {
  id: string;
  what: string;
  against: string;
  target: string;
  /** What was measured, in words. */
  figure: string;
  /** Undefined where there is no target, or it could not be measured. */
  met?: boolean;
  /** What stands behind the figure: spreads by name. Units are in the names. */
  values: Record<string, Spread | number | string>;
  /** How far apart the floor's own values lay, as a share of their median. */
  noise?: number;
  notes: string[];
}

/** A line of the picture: one value for each size. */
export interface Curve {
  title: string;
  /** What the sizes count. */
  of: string;
  points: { size: number; value: number; low: number; high: number }[];
  unit: string;
}

export interface Findings {
  rows: Row[];
  curves?: Curve[];
}

export interface Bench {
  isQuick: boolean;
  web: BenchWeb;
  browser: BenchBrowser;
  extensions: Extensions;
  /** Folder of the built extension for Chromium, and of the copy that the browser runs. */
  built: string;
  running: string;
  pages: BenchPage[];
  /** The page whose text is of median length. */
  medianPage: BenchPage;
  dataset: Dataset;
  /** Companies with this many names in all, the background’s index of them, and the pages’ filter. */
  namesOf(count: number): { companies: Company[]; names: NamesIndex; filter: NamesFilter };
  /** Names in the dataset that are marked wherever they stand. */
  plainNames: string[];
  log(line: string): void;
}

/** Names in the index that the pages are read with. */
export const NAMES = 6000;

/** Sizes of the growth curves, in names. */
export const SIZES = [1500, 6000, 25_000, 100_000] as const;

/** A part of the bench: some rows that are measured together. */
export interface Part {
  rows: string[];
  run(bench: Bench): Promise<Findings>;
}

/** “3.4 (3.1 to 3.9)”: the median and the quartiles. */
export function inWords({ median, low, high }: Spread, unit = ''): string {
  const end = unit === '' ? '' : ` ${unit}`;
  return `${short(median)}${end} (${short(low)} to ${short(high)})`;
}

/** Three digits that count. */
export function short(value: number): string {
  if (!Number.isFinite(value)) return '–';
  if (Math.abs(value) >= 100) return Math.round(value).toLocaleString('en-GB');
  return String(Number(value.toPrecision(Math.abs(value) >= 10 ? 3 : 2)));
}

export const noiseInWords = (values: readonly number[]): string => `${Math.round(noiseOf(values) * 100)} %`;
