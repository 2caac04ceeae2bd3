/** What the data commands ask git: which files differ, and what a revision held. Reads only. */
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import type { DataFile } from '../model/check';

/** Branches that count as the main one, the preferred first. */
const MAIN_BRANCHES = ['origin/main', 'main', 'origin/master', 'master'];

function git(folder: string, args: string[], input?: string): Buffer {
  try {
    return execFileSync('git', ['-C', folder, '-c', 'core.quotePath=false', ...args], {
      input,
      maxBuffer: 1 << 30,
      stdio: ['pipe', 'pipe', 'pipe'],
    });
  } catch (error) {
    const { code, stderr } = error as NodeJS.ErrnoException & { stderr?: Buffer };
    if (code === 'ENOENT') throw new Error('git is not installed; install it, or name folders instead of revisions');
    throw new Error(`git ${args[0]}: ${stderr?.toString().trim() || (error as Error).message}`);
  }
}

const lines = (output: Buffer): string[] => output.toString().split('\n').filter(Boolean);

/** True where `revision` names a commit of the repository that `folder` lies in. */
export function isRevision(folder: string, revision: string): boolean {
  try {
    git(folder, ['rev-parse', '--verify', '--quiet', '--end-of-options', `${revision}^{commit}`]);
    return true;
  } catch {
    return false;
  }
}

/**
 * The commit at which this branch left `base`.
 * @param base a branch or commit; the main branch where not given
 */
export function forkPoint(folder: string, base?: string): string {
  git(folder, ['rev-parse', '--git-dir']);
  const from = base ?? MAIN_BRANCHES.find((branch) => isRevision(folder, branch));
  if (!from)
    throw new Error(
      `none of ${MAIN_BRANCHES.join(', ')} exists here; name the base (check --changed <commit>, impact --base <commit>)`,
    );
  if (!isRevision(folder, from)) throw new Error(`${from} is no commit of this repository; fetch it, or name another`);
  return lines(git(folder, ['merge-base', from, 'HEAD']))[0] ?? from;
}

/**
 * Paths, relative to `folder`, of the files in it that differ from where this branch left `base`: committed or not, new ones too.
 * @param base a branch or commit; the main branch where not given
 */
export function changedFiles(folder: string, base?: string): string[] {
  const fork = forkPoint(folder, base);
  return [
    ...new Set([
      ...lines(git(folder, ['diff', '--name-only', '--relative', fork, '--', '.'])),
      ...lines(git(folder, ['ls-files', '--others', '--exclude-standard', '--', '.'])),
    ]),
  ].sort();
}

/**
 * The JSON files below `folder` as they were in `revision`, with paths relative to it; the written schemas are left out.
 * Throws where the revision does not hold the folder.
 */
export function filesOfRevision(folder: string, revision: string): DataFile[] {
  const prefix = git(folder, ['rev-parse', '--show-prefix']).toString().trim();
  const entries = lines(git(folder, ['ls-tree', '-r', '--full-tree', revision, '--', prefix || '.'])).flatMap(
    (line) => {
      const [, object, path] = /^\d+ blob ([0-9a-f]+)\t(.*)$/.exec(line) ?? [];
      const inside = path?.slice(prefix.length);
      return object && inside?.endsWith('.json') && !inside.startsWith('schemas/') ? [{ object, path: inside }] : [];
    },
  );
  if (entries.length === 0) throw new Error(`${revision} holds no dataset at ${join(prefix)}`);
  const contents = git(folder, ['cat-file', '--batch'], entries.map((entry) => `${entry.object}\n`).join(''));
  let at = 0;
  return entries.map(({ path }) => {
    const headEnd = contents.indexOf(10, at);
    const size = Number(contents.toString('utf8', at, headEnd).split(' ')[2]);
    at = headEnd + 1 + size + 1;
    return { path, text: contents.toString('utf8', headEnd + 1, headEnd + 1 + size) };
  });
}
