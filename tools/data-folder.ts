/** Reads the folder that holds the dataset. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { DataFile } from '../model/check';

/** The repository’s own `data/`. */
export const DATA_FOLDER = fileURLToPath(new URL('../data/', import.meta.url));

/** All JSON files of the dataset in `folder`, sorted by path; the written schemas are left out. */
export function readDataFolder(folder: string = DATA_FOLDER): DataFile[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => path.endsWith('.json') && !path.startsWith('schemas/'))
    .sort()
    .map((path) => ({ path, text: readFileSync(join(folder, path), 'utf8') }));
}
