/**
 * The detector on our own labelled passages. The floors may only rise: a change that lowers a figure is a change for the worse, or
 * needs new passages that say why it is not.
 */
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { foldText } from '../../mentions/fold';
import { packFolder } from '../../tools/dataset';
import { readLabelledTexts } from '../../tools/labelled-text';
import { scoreTexts } from '../../tools/score';
import floors from './floors.json';

const folder = fileURLToPath(new URL('.', import.meta.url));
const files = readdirSync(folder).filter((name) => name.endsWith('.jsonl'));
const packed = packFolder();
const read = (file: string) => readLabelledTexts(`${folder}${file}`);

describe.each(files)('%s', (file) => {
  const texts = read(file);

  it('labels what stands in its texts', () => {
    for (const { id, text, mentions, negatives } of texts)
      for (const { start, end, surface } of [...mentions, ...negatives])
        expect(`${id}: ${text.slice(start, end)}`).toBe(`${id}: ${surface}`);
  });

  it('is read at least as well as before', () => {
    const floor = (floors as Record<string, Record<string, number>>)[file];
    const { all, ambiguous } = scoreTexts(texts, [], packed);
    expect(floor, `floors.json has no floor for ${file}`).toBeDefined();
    expect(100 * all.precision).toBeGreaterThanOrEqual(floor?.precision ?? 100);
    expect(100 * all.recall).toBeGreaterThanOrEqual(floor?.recall ?? 100);
    expect(100 * ambiguous.precision).toBeGreaterThanOrEqual(floor?.ambiguousPrecision ?? 100);
    expect(100 * ambiguous.recall).toBeGreaterThanOrEqual(floor?.ambiguousRecall ?? 100);
  });
});

it('holds at least 400 passages, each with an id of its own', () => {
  const ids = files.flatMap((file) => read(file).map((text) => text.id));
  expect(ids.length).toBeGreaterThanOrEqual(400);
  expect(new Set(ids).size).toBe(ids.length);
});

it('has every ambiguous name as the company and as something else', () => {
  const plain = (text: string) => foldText(text).replace(/['’-]/g, '').replace(/s$/, '');
  const labelled = (key: 'mentions' | 'negatives') =>
    new Set(
      files.flatMap(read).flatMap((text) => text[key].map(({ company, surface }) => `${company} ${plain(surface)}`)),
    );
  const [meant, other] = [labelled('mentions'), labelled('negatives')];
  const missing = packed.dataset.companies.flatMap(({ id, names }) =>
    names
      .filter(({ ambiguous, to }) => ambiguous && !to)
      .filter(({ text }) => !meant.has(`${id} ${plain(text)}`) || !other.has(`${id} ${plain(text)}`))
      .map(({ text }) => `${id}: ${text}`),
  );
  expect(missing).toEqual([]);
});
