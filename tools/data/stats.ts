/** `data stats`: what the dataset covers, and where it is thin. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Command } from 'commander';
import { checkFiles } from '../../model/check';
import { countOf } from '../../model/wording';
import { DATA_FOLDER, readDataFolder } from '../data-folder';
import { coverageOf } from './coverage';
import { coveragePicture } from './coverage-picture';
import { coverageForTerminal, coveragePage } from './coverage-text';

const DOCS = fileURLToPath(new URL('../../docs/', import.meta.url));

export interface StatsOptions {
  folder: string;
  json?: boolean;
  /** Write `coverage.md` and `coverage.svg` into {@link docs}. */
  write?: boolean;
  docs?: string;
}

/** Prints what the dataset covers. Files that cannot be read are said and left out. */
export function runStats(options: StatsOptions, print: (line: string) => void = console.log): void {
  const { folder, docs = DOCS } = options;
  const { records } = checkFiles(readDataFolder(folder));
  const coverage = coverageOf(records);
  print(options.json ? JSON.stringify(coverage, null, 2) : coverageForTerminal(coverage));
  if (records.unreadable.size > 0 && !options.json)
    print(`\n${countOf(records.unreadable.size, 'file')} left out because of errors; see \`npm run data -- check\`.`);
  if (!options.write) return;
  writeFileSync(join(docs, 'coverage.md'), coveragePage(coverage, 'coverage.svg'));
  writeFileSync(join(docs, 'coverage.svg'), coveragePicture(coverage));
  if (!options.json) print('\nWritten: docs/coverage.md, docs/coverage.svg');
}

/** The command `stats`. */
export function statsCommand(): Command {
  return new Command('stats')
    .description('what the dataset covers: by kind, status, year, sector, country and source, and where it is thin')
    .option('--json', 'as JSON')
    .option('--write', 'also write docs/coverage.md and docs/coverage.svg')
    .option('--folder <folder>', 'the dataset to count', DATA_FOLDER)
    .action((options: StatsOptions) => runStats(options));
}
