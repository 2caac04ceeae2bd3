/** `data check`: validates every file of the dataset and shows all problems at once. */
import { relative } from 'node:path';
import { Command } from 'commander';
import { findNodeAtLocation, type JSONPath, parseTree } from 'jsonc-parser';
import { checkFiles, type DataFile } from '../../model/check';
import type { Problem } from '../../model/problem';
import { DATA_FOLDER, readDataFolder } from '../data-folder';

/** Line (1-based) of `field` in the text of a JSON file, or of the nearest field around it that exists. */
export function lineOf(text: string, field: JSONPath): number {
  const root = parseTree(text);
  for (let depth = field.length; root && depth >= 0; depth--) {
    const node = findNodeAtLocation(root, field.slice(0, depth));
    if (node) return text.slice(0, node.offset).split('\n').length;
  }
  return 1;
}

/** A problem as lines for people: where, which rule, what, and what to do. */
export function formatProblem(problem: Problem, folder: string, text: string): string {
  const place = `${folder}/${problem.file}:${lineOf(text, [...problem.field])}`;
  const field = problem.field.length ? `/${problem.field.join('/')}` : '(whole file)';
  return `${place}  ${problem.severity} [${problem.rule}]\n  ${field}: ${problem.message}\n  → ${problem.mend}`;
}

/**
 * Checks `folder`, prints what is wrong, and gives the exit code: 0 clean or warnings only, 1 errors.
 * @param only show problems only of files whose path contains one of these words; all files are still read.
 */
export function runCheck(
  folder: string,
  only: readonly string[] = [],
  print: (line: string) => void = console.log,
): number {
  const files: DataFile[] = readDataFolder(folder);
  const { records, problems } = checkFiles(files);
  const shown = problems.filter((problem) => only.length === 0 || only.some((word) => problem.file.includes(word)));
  const texts = new Map(files.map((file) => [file.path, file.text]));
  const name = relative(process.cwd(), folder) || '.';
  for (const problem of shown) print(`${formatProblem(problem, name, texts.get(problem.file) ?? '')}\n`);
  const errors = shown.filter((problem) => problem.severity === 'error').length;
  const warnings = shown.length - errors;
  print(
    `${records.companies.length} companies, ${records.incidents.length} incidents in ${files.length} files: ${errors} errors, ${warnings} warnings`,
  );
  return errors > 0 ? 1 : 0;
}

/** The command `check`. */
export function checkCommand(): Command {
  return new Command('check')
    .description('validate every file: all errors at once, each with file, field, rule and what to do')
    .argument('[words...]', 'show only problems of files whose path contains one of these words')
    .option('--folder <folder>', 'the dataset to check', DATA_FOLDER)
    .action((words: string[], options: { folder: string }) => {
      process.exitCode = runCheck(options.folder, words);
    });
}
