/** `data diff`: what changed between two versions of the dataset. */
import { existsSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Command } from 'commander';
import type { DataFile } from '../../model/check';
import type { Company } from '../../model/company';
import type { Renames } from '../../model/dataset';
import type { Incident } from '../../model/incident';
import { DATA_FOLDER, readDataFolder } from '../data-folder';
import { filesOfRevision, isRevision } from '../git';
import { diffLine, diffSummary, diffVersions, type Version } from './version-diff';

/**
 * Reads a version: a folder that holds a dataset (or whose `data/` does), or a revision of the repository of `repository`.
 * Throws where it is neither, saying so.
 */
export function readVersion(name: string, repository: string = DATA_FOLDER): Version {
  const path = resolve(process.env.INIT_CWD ?? '.', name);
  if (existsSync(path) && statSync(path).isDirectory())
    return versionOf(readDataFolder(existsSync(join(path, 'companies')) ? path : join(path, 'data')));
  if (isRevision(repository, name)) return versionOf(filesOfRevision(repository, name));
  throw new Error(`${name} is neither a folder nor a revision that git knows here`);
}

/** A version of its files; those that are no JSON are left out. */
export function versionOf(files: readonly DataFile[]): Version {
  const version: Version = { incidents: new Map(), companies: new Map(), renames: {} };
  for (const { path, text } of files) {
    const value = parse(text);
    if (!value) continue;
    if (path.startsWith('incidents/')) version.incidents.set((value as Incident).id, value as Incident);
    if (path.startsWith('companies/')) version.companies.set((value as Company).id, value as Company);
    if (path === 'renames.json') version.renames = value as Renames;
  }
  return version;
}

function parse(text: string): object | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? value : undefined;
  } catch {
    return undefined;
  }
}

/** Prints the summary and a line for each record that differs. */
export function runDiff(
  before: Version,
  after: Version,
  json: boolean,
  print: (line: string) => void = console.log,
): void {
  const changed = diffVersions(before, after);
  if (json) {
    print(JSON.stringify({ summary: diffSummary(changed), changed }, null, 2));
    return;
  }
  print(diffSummary(changed));
  for (const entry of changed) print(`  ${diffLine(entry)}`);
}

/** The command `diff`. */
export function diffCommand(): Command {
  return new Command('diff')
    .description('what changed between two versions of the dataset, in words')
    .argument('<before>', 'a folder or a git revision')
    .argument('[after]', 'a folder or a git revision; the working files where not given')
    .option('--json', 'as JSON')
    .addHelpText('after', '\nExamples: `data diff main`, `data diff v1.2 v1.3`, `data diff ../old/data data`')
    .action((before: string, after: string | undefined, options: { json?: boolean }) =>
      runDiff(readVersion(before), readVersion(after ?? DATA_FOLDER), options.json === true),
    );
}
