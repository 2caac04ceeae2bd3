/** What `add` and `new` say once they have written: where, and what is left for a person. */
import { join, relative, resolve } from 'node:path';
import { DATA_FOLDER } from '../data-folder';
import { NOT_ASKED } from './ask';
import { nearLines } from './duplicates';
import type { Written } from './write-incident';

/**
 * @param folder the dataset’s folder
 * @param unasked true where somebody should have been asked and nobody was there
 */
export function writtenText(folder: string, written: Written & { files: readonly string[] }, unasked = false): string {
  const places = written.files.map((path) => `Wrote ${shortPath(join(folder, path))}`);
  const where = resolve(folder) === resolve(DATA_FOLDER) ? '' : ` --folder ${folder}`;
  const errors = written.left.filter(({ severity }) => severity === 'error');
  const warnings = written.left.filter(({ severity }) => severity === 'warning');
  const line = ({ field, message, mend }: Written['left'][number]) =>
    `  /${field.join('/')}: ${message}\n    → ${mend}`;
  const left =
    errors.length > 0
      ? [
          '',
          unasked
            ? `${NOT_ASKED}; these are left for you (${errors.length}, in your editor):`
            : `Left for you, ${errors.length} (in your editor):`,
          ...errors.map(line),
        ]
      : ['', 'Nothing is left open.'];
  const notes = warnings.length > 0 ? ['', 'Better still:', ...warnings.map(line)] : [];
  const near = written.near?.length
    ? [
        '',
        'Near it, and not taken for the same; is yours another?',
        ...nearLines(written.near).map((one) => `  ${one}`),
      ]
    : [];
  const next = [
    '',
    `Then: npm run data -- check ${written.id}${where}`,
    `      npm run data -- preview ${written.id}${where}    (the card as a reader sees it)`,
  ];
  return [...places, ...left, ...notes, ...near, ...next].join('\n');
}

/** A path from here, or as it is where it lies elsewhere. */
function shortPath(path: string): string {
  const here = relative(process.cwd(), path);
  return here.startsWith('..') ? path : here;
}
