/** `data check`: validates every file of the dataset and shows all problems at once. */
import { relative } from 'node:path';
import { Command, Option } from 'commander';
import { type CheckedFiles, checkFiles, type DataFile } from '../../model/check';
import type { Problem } from '../../model/problem';
import { countOf } from '../../model/wording';
import { DATA_FOLDER, readDataFolder } from '../data-folder';
import { changedFiles } from '../git';
import { againstSummary, checkAgainst, readList } from './against';
import type { AgainstReport } from './against-report';
import { checkLayout } from './layout';
import { checkLinks, type Fetch, type LinkReport, linkSummary } from './links';
import { FORMATS, type Format, forCi, forPeople, forPrograms, placeProblem } from './problem-output';

export interface CheckOptions {
  folder: string;
  /** Show problems only of files whose path contains one of these words. */
  only?: readonly string[];
  /** Show problems only of files that differ from this commit; `true` for the main branch. */
  changed?: string | true;
  /** Ask whether the addresses of sources can be reached. */
  links?: boolean;
  /** Files of other lists to compare with. */
  against?: readonly string[];
  /** Ask the formatter whether the files are laid out as it does it. */
  layout?: boolean;
  format?: Format;
  fetchPage?: Fetch;
}

/**
 * Checks the dataset, prints what is wrong, and gives the exit code: 0 clean or warnings only, 1 errors.
 * All files are read whatever is shown, because rules hold between files.
 */
export async function runCheck(options: CheckOptions, print: (line: string) => void = console.log): Promise<number> {
  const { folder, format = 'people' } = options;
  const files = readDataFolder(folder);
  const lists = (options.against ?? []).map(readList);
  const checked = checkFiles(files);
  const isShown = filter(options);
  const shownIncidents = checked.records.incidents.filter(({ file }) => isShown(file));
  const against = lists.map((list) => checkAgainst(list, checked.records));
  const links = options.links ? await checkLinks(shownIncidents, options.fetchPage) : undefined;
  const paths = files.map(({ path }) => path);
  const layout = options.layout ? checkLayout(folder, paths) : [];
  const all = [
    ...checked.problems,
    ...layout,
    ...against.flatMap((report) => report.problems),
    ...(links?.problems ?? []),
  ];
  const shown = all.filter((problem) => isShown(problem.file));
  printProblems({ folder, format, files, checked, shown, hidden: all.length - shown.length, against, links }, print);
  return shown.some((problem) => problem.severity === 'error') ? 1 : 0;
}

function filter({ folder, only = [], changed }: CheckOptions): (file: string) => boolean {
  const differing = changed ? new Set(changedFiles(folder, changed === true ? undefined : changed)) : undefined;
  return (file) =>
    (!differing || differing.has(file)) && (only.length === 0 || only.some((word) => file.includes(word)));
}

interface Outcome {
  folder: string;
  format: Format;
  files: readonly DataFile[];
  checked: CheckedFiles;
  shown: readonly Problem[];
  /** Problems of files that were not asked for. */
  hidden: number;
  against: readonly AgainstReport[];
  links?: LinkReport;
}

function printProblems(outcome: Outcome, print: (line: string) => void): void {
  const { folder, format, files, checked, shown, hidden, against, links } = outcome;
  const texts = new Map(files.map((file) => [file.path, file.text]));
  const name = (relative(process.cwd(), folder) || '.').replaceAll('\\', '/');
  const placed = shown.map((problem) => placeProblem(problem, name, texts.get(problem.file) ?? ''));
  const errors = shown.filter((problem) => problem.severity === 'error').length;
  const counts = {
    companies: checked.records.companies.length,
    incidents: checked.records.incidents.length,
    files: files.length,
    errors,
    warnings: shown.length - errors,
    hidden,
  };
  if (format === 'json') {
    const lists = against.map(({ problems: _, ...report }) => report);
    const addresses = links && { network: links.network, asked: links.asked, refused: links.refused };
    print(JSON.stringify({ ...counts, problems: placed.map(forPrograms), against: lists, links: addresses }, null, 2));
    return;
  }
  for (const problem of placed) print(format === 'ci' ? forCi(problem) : `${forPeople(problem)}\n`);
  for (const report of against) print(againstSummary(report));
  if (links) print(linkSummary(links));
  if (hidden > 0) print(`${countOf(hidden, 'problem')} of other files not shown.`);
  print(
    `${countOf(counts.companies, 'company', 'companies')}, ${countOf(counts.incidents, 'incident')} in ${countOf(files.length, 'file')}: ` +
      `${countOf(errors, 'error')}, ${countOf(counts.warnings, 'warning')}`,
  );
}

/** The command `check`. */
export function checkCommand(): Command {
  return new Command('check')
    .description('validate every file: all problems at once, each with file, line, field, rule and what to do')
    .argument('[words...]', 'show only problems of files whose path contains one of these words')
    .option('--changed [base]', 'show only problems of files that differ from the main branch, or from this commit')
    .option('--links', 'ask whether the addresses of sources can be reached (warnings only; needs a network)')
    .option('--against <files...>', 'compare with other lists: HIBP-format .json, or .tsv like gdprhub-index.tsv')
    .addOption(
      new Option('--format <format>', 'for people, as GitHub annotations, or as JSON')
        .choices(FORMATS)
        .default('people'),
    )
    .option('--folder <folder>', 'the dataset to check', DATA_FOLDER)
    .addHelpText(
      'after',
      '\nEnds with 1 where there are errors, with 0 where there are only warnings. docs/rules.md explains every rule.',
    )
    .action(async (words: string[], options: CheckOptions) => {
      process.exitCode = await runCheck({ ...options, only: words, layout: true });
    });
}
