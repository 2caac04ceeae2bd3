/** The texts of the labelled passages, without their labels. */
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { readLabelledTexts } from '../../tools/labelled-text';

const FOLDER = fileURLToPath(new URL('../corpus/', import.meta.url));

export const labelledPassages = (): string[] =>
  readdirSync(FOLDER)
    .filter((name) => name.endsWith('.jsonl'))
    .flatMap((name) => readLabelledTexts(`${FOLDER}${name}`).map(({ text }) => text));
