/** Copies of the fixture dataset that a test may change, in folders and in git repositories of their own. */
import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { VALID_FOLDER } from '../fixtures/dataset';

/** An empty folder that is gone after the test. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'privacy-footnotes-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return folder;
}

/** A folder with the valid dataset in it. */
export function datasetFolder(): string {
  const folder = temporaryFolder();
  cpSync(VALID_FOLDER, folder, { recursive: true });
  return folder;
}

/** Changes a record of a dataset in place. */
export function change(folder: string, path: string, by: (record: Record<string, never>) => void): void {
  const record = JSON.parse(readFileSync(join(folder, path), 'utf8'));
  by(record);
  writeFileSync(join(folder, path), JSON.stringify(record, null, 2));
}

/** A git repository whose `data/` holds the valid dataset, committed on `main`. */
export function datasetRepository(): { root: string; data: string; git: (...args: string[]) => string } {
  const root = temporaryFolder();
  const data = join(root, 'data');
  cpSync(VALID_FOLDER, data, { recursive: true });
  const git = (...args: string[]) =>
    execFileSync('git', ['-c', 'user.name=A', '-c', 'user.email=a@a.example', ...args], {
      cwd: root,
      encoding: 'utf8',
      env: { ...process.env, GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1' },
    });
  git('init', '--quiet', '--initial-branch=main');
  git('add', '.');
  git('commit', '--quiet', '--message=First');
  return { root, data, git };
}
