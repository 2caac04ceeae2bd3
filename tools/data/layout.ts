/** Which files of a dataset the formatter would lay out otherwise: asked of Biome itself, with the repository’s settings. */
import { spawnSync } from 'node:child_process';
import { realpathSync } from 'node:fs';
import { createRequire } from 'node:module';
import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Problem } from '../../model/problem';
import { LAYOUT_RULE } from './layout-rules';

const SETTINGS = fileURLToPath(new URL('../../biome.json', import.meta.url));

/** One problem for each of `paths` below `folder` that is laid out otherwise. Files that are no JSON are another rule’s. */
export function checkLayout(folder: string, paths: readonly string[]): Problem[] {
  const root = realpathSync(folder);
  const biome = createRequire(import.meta.url).resolve('@biomejs/biome/bin/biome');
  // Git is left out: a dataset may lie outside the repository.
  const flags = [`--config-path=${SETTINGS}`, '--vcs-enabled=false', '--reporter=github', '--max-diagnostics=none'];
  const { error, status, stdout } = spawnSync(process.execPath, [biome, 'format', ...flags, '.'], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  if (error || (status !== 0 && status !== 1))
    throw new Error(`the formatter cannot be run (${error ?? status}): npm ci`);
  const misplaced = new Set(
    [...stdout.matchAll(/^::\w+ title=format,file=([^,\n]+),/gm)].map(([, file = '']) =>
      relative(root, unescaped(file)).replaceAll('\\', '/'),
    ),
  );
  return paths
    .filter((path) => misplaced.has(path))
    .map((file) => ({
      rule: LAYOUT_RULE.id,
      severity: LAYOUT_RULE.severity,
      mend: LAYOUT_RULE.mend,
      file,
      field: [],
      message: 'is not laid out as the formatter does it',
    }));
}

/** GitHub’s workflow commands escape these. */
const unescaped = (text: string) => text.replaceAll('%3A', ':').replaceAll('%2C', ',').replaceAll('%25', '%');
