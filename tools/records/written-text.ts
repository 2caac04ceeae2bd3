/** What `add` and `new` say once they have written: where, and what is left for a person. */
import { join, relative } from 'node:path';
import type { Written } from './write-incident';

/** @param folder the dataset’s folder */
export function writtenText(folder: string, written: Written & { files: readonly string[] }): string {
  const places = written.files.map((path) => `Wrote ${relative(process.cwd(), join(folder, path))}`);
  const errors = written.left.filter(({ severity }) => severity === 'error');
  const warnings = written.left.filter(({ severity }) => severity === 'warning');
  const line = ({ field, message, mend }: Written['left'][number]) =>
    `  /${field.join('/')}: ${message}\n    → ${mend}`;
  const left =
    errors.length > 0
      ? ['', `Left for you, ${errors.length} (in your editor):`, ...errors.map(line)]
      : ['', 'Nothing is left open.'];
  const notes = warnings.length > 0 ? ['', 'Better still:', ...warnings.map(line)] : [];
  const next = [
    '',
    `Then: npm run data -- check ${written.id}`,
    `      npm run data -- preview ${written.id}    (the card as a reader sees it)`,
  ];
  return [...places, ...left, ...notes, ...next].join('\n');
}
