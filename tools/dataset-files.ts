/** The files of a dataset in memory: commands change them there, see what the checks say, and only then write. */
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type CheckedFiles, checkFiles } from '../model/check';
import type { Problem } from '../model/problem';
import { readDataFolder } from './data-folder';
import { recordText } from './record-text';

/** What a command cannot do, said to the person who asked for it: no stack, no bug. */
export class WorkshopError extends Error {
  override name = 'WorkshopError';
}

export class DatasetFiles {
  readonly #before: Map<string, string>;
  readonly #now: Map<string, string>;

  /** @param folder the dataset’s folder, `data/` or one like it */
  constructor(readonly folder: string) {
    if (!existsSync(folder)) throw new WorkshopError(`${folder} does not exist; give the folder of a dataset`);
    this.#before = new Map(readDataFolder(folder).map(({ path, text }) => [path, text]));
    this.#now = new Map(this.#before);
  }

  get paths(): string[] {
    return [...this.#now.keys()].sort();
  }

  has(path: string): boolean {
    return this.#now.has(path);
  }

  text(path: string): string {
    return this.#now.get(path) ?? '';
  }

  /** The JSON of a file; undefined where there is none, or none that can be read. */
  json(path: string): unknown {
    try {
      return JSON.parse(this.text(path));
    } catch {
      return undefined;
    }
  }

  put(path: string, value: unknown): void {
    this.#now.set(path, recordText(value));
  }

  remove(path: string): void {
    this.#now.delete(path);
  }

  /** The checks over the files as they are now. */
  check(): CheckedFiles {
    return checkFiles([...this.#now].sort(([a], [b]) => (a < b ? -1 : 1)).map(([path, text]) => ({ path, text })));
  }

  /** Errors that the files did not have before they were changed. */
  newErrors(): Problem[] {
    const known = new Map<string, number>();
    const key = ({ rule, field, message }: Problem) => `${rule} ${field.join('/')} ${message}`;
    for (const problem of checkFiles([...this.#before].map(([path, text]) => ({ path, text }))).problems)
      known.set(key(problem), (known.get(key(problem)) ?? 0) + 1);
    return this.check().problems.filter((problem) => {
      const left = known.get(key(problem)) ?? 0;
      known.set(key(problem), left - 1);
      return problem.severity === 'error' && left <= 0;
    });
  }

  /** Paths that differ from what was read. */
  changed(): string[] {
    const all = new Set([...this.#before.keys(), ...this.#now.keys()]);
    return [...all].filter((path) => this.#before.get(path) !== this.#now.get(path)).sort();
  }

  /** Writes what changed, new files before old ones go, and gives the paths. */
  write(): string[] {
    const changed = this.changed();
    for (const path of changed) {
      const text = this.#now.get(path);
      if (text === undefined) continue;
      mkdirSync(dirname(join(this.folder, path)), { recursive: true });
      writeFileSync(join(this.folder, path), text);
    }
    for (const path of changed) if (!this.#now.has(path)) rmSync(join(this.folder, path));
    return changed;
  }
}

/** Problems as lines: where, what, and what to do. */
export function problemLines(problems: readonly Problem[]): string {
  return problems
    .map(({ file, field, message, mend }) => `  ${file} /${field.join('/')}: ${message}\n    → ${mend}`)
    .join('\n');
}
