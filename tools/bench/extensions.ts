/** The extensions that the bench loads: ours as it was built, and small ones that do what it is measured against. */
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Dataset } from '../../model/dataset';
import { HEAD_PATH, packedFiles } from '../../model/packed-dataset';
import type { Packed } from '../dataset';
import type { Guest } from './bench-web';

const NAMES = 'dataset/names.json';
const FILTER = 'dataset/filter.json';

/** Reads every text node; with `units`, every unit of its text as well. */
const walk = (units: boolean) => `(() => {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  let sum = 0;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const text = node.data;
    ${units ? 'for (let i = 0; i < text.length; i++) sum = (sum + text.charCodeAt(i)) | 0;' : 'sum += text.length;'}
  }
  return sum;
})();`;

/** Marks as its documentation says: a list of words, each whole. */
const markJs = (
  names: readonly string[],
) => `${readFileSync(fileURLToPath(import.meta.resolve('mark.js/dist/mark.min.js')), 'utf8')}
new Mark(document.body).mark(${JSON.stringify(names)}, { separateWordSearch: false, accuracy: 'exactly', caseSensitive: true });`;

/** Copies of extensions in a folder of their own, which is taken away in the end. */
export class Extensions {
  readonly #folder = mkdtempSync(join(tmpdir(), 'footnotes-bench-'));
  #made = 0;

  /**
   * Our built extension, unchanged but for the hosts that it leaves to others and what is packed in it.
   * @param packed names with their filter, or a dataset, in the place of the built ones
   */
  ours(built: string, packed: Partial<Packed> = {}): string {
    const folder = this.#folderFor();
    cpSync(built, folder, { recursive: true });
    const manifest = readJson<{ content_scripts: { exclude_matches?: string[] }[] }>(join(folder, 'manifest.json'));
    const others: Guest[] = ['bare', 'walk', 'units', 'empty', 'markjs'];
    for (const script of manifest.content_scripts) script.exclude_matches = others.map(hostPattern);
    writeFileSync(join(folder, 'manifest.json'), JSON.stringify(manifest));
    if (packed.names) replaceJson(join(folder, NAMES), packed.names);
    if (packed.filter) replaceJson(join(folder, FILTER), packed.filter);
    if (packed.dataset) replaceDataset(folder, packed.dataset);
    return folder;
  }

  /** What pages are measured against, each on its own host. @param names what mark.js marks */
  others(names: readonly string[]): string {
    const folder = this.#folderFor();
    mkdirSync(folder);
    const scripts: Partial<Record<Guest, string>> = {
      walk: walk(false),
      units: walk(true),
      empty: '0;',
      markjs: markJs(names),
    };
    for (const [guest, script] of Object.entries(scripts)) writeFileSync(join(folder, `${guest}.js`), script);
    const manifest = {
      manifest_version: 3,
      name: 'Bench',
      version: '1',
      content_scripts: Object.keys(scripts).map((guest) => ({
        matches: [hostPattern(guest as Guest)],
        js: [`${guest}.js`],
        run_at: 'document_idle',
      })),
    };
    writeFileSync(join(folder, 'manifest.json'), JSON.stringify(manifest));
    writeFileSync(
      join(folder, 'popup.html'),
      '<!doctype html><html lang="en"><meta charset="utf-8"><title>Empty</title><main><ul><li>Nothing</li></ul></main></html>',
    );
    return folder;
  }

  remove(): void {
    rmSync(this.#folder, { recursive: true, force: true, maxRetries: 3 });
  }

  #folderFor(): string {
    return join(this.#folder, String(++this.#made));
  }
}

/** Replaces the dataset that an extension of the bench carries: it reads it when its database is gone. */
export function replaceDataset(extension: string, dataset: Dataset): void {
  if (!existsSync(join(extension, HEAD_PATH))) throw new Error('the build carries no dataset where it is looked for');
  for (const { path, contents } of packedFiles(dataset)) writeFileSync(join(extension, path), contents);
}

const hostPattern = (guest: Guest): string => `http://${guest}.localhost/*`;

const readJson = <T>(path: string): T => JSON.parse(readFileSync(path, 'utf8')) as T;

function replaceJson(path: string, value: unknown): void {
  if (!existsSync(path)) throw new Error(`the build no longer carries ${path}: the bench must learn its new form`);
  writeFileSync(path, JSON.stringify(value));
}
