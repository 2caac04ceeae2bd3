import { expect, test } from 'vitest';
import type { CompanyName } from '../../model/company';
import { unguardedSense } from '../../tools/ambiguous-names';
import { DatasetFiles } from '../../tools/dataset-files';
import type { LabelledText } from '../../tools/labelled-text';
import { compareMentions, compareNames, countPlaces, namesOfRecords, unguardedNames } from '../../tools/names-impact';
import { datasetCopy, readJson, write } from './dataset-copy';

const text = (words: string, meant: string[] = []): LabelledText => ({
  id: words.slice(0, 10),
  source: 'test',
  group: 'news',
  text: words,
  mentions: meant.map((surface) => ({
    start: words.indexOf(surface),
    end: words.indexOf(surface) + surface.length,
    surface,
    company: 'streamora',
    ambiguous: false,
  })),
  negatives: [],
});

const recordsOf = (folder: string) => new DatasetFiles(folder).check().records;

function withNames(names: CompanyName[]) {
  const folder = datasetCopy();
  const company = readJson(folder, 'companies/streamora.json');
  write(folder, 'companies/streamora.json', JSON.stringify({ ...company, names }));
  return recordsOf(folder);
}

const before = recordsOf(datasetCopy());
const NAME: CompanyName = { text: 'Streamora', kind: 'name' };

test('names that came, went and changed are told apart', () => {
  const after = withNames([
    { ...NAME, ambiguous: { for: ['film'], against: ['river'] } },
    { text: 'Rill', kind: 'brand' },
  ]);
  const { added, removed, changed } = compareNames(before, after);
  expect(added.map(({ name, at }) => [name.text, at])).toEqual([['Rill', 1]]);
  expect(removed.map(({ name }) => name.text)).toEqual(['Strëamora Studios']);
  expect(changed.map(({ name }) => name.text)).toEqual(['Streamora']);
  expect(compareNames(before, before)).toEqual({ added: [], removed: [], changed: [] });
});

test('mentions that appear, vanish and change are told apart', () => {
  const after = withNames([NAME, { text: 'Rillplayer', kind: 'brand' }, { text: 'Streamora Plus', kind: 'product' }]);
  const texts = [text('Rillplayer is new. Strëamora Studios is not. Streamora Plus is longer. Streamora stays.')];
  const changes = compareMentions(texts, namesOfRecords(before), namesOfRecords(after));
  expect(changes.map(({ kind, before: old, after: now }) => [kind, old?.surface, now?.surface])).toEqual([
    ['appears', undefined, 'Rillplayer'],
    ['changes', 'Strëamora Studios', 'Strëamora'],
    ['changes', 'Streamora', 'Streamora Plus'],
  ]);
});

test('a new name that is also a word needs context words', () => {
  const problems = (name: CompanyName, texts: LabelledText[] = []) =>
    unguardedNames([{ company: 'streamora', name, at: 0 }], texts);
  expect(problems({ text: 'Harbour', kind: 'brand' })[0]).toMatchObject({
    rule: 'name-unguarded',
    severity: 'error',
    file: 'companies/streamora.json',
    field: ['names', 0],
  });
  expect(problems({ text: 'Harbour', kind: 'brand', ambiguous: { for: ['film'], against: ['ship'] } })).toEqual([]);
  expect(problems({ text: 'Harbour', kind: 'brand', to: '2020' })).toEqual([]);
  expect(problems({ text: 'Streamora', kind: 'name' })).toEqual([]);
});

test('a name that no list knows is found by its lower-case places, companies left out', () => {
  const name: CompanyName = { text: 'Glimmung', kind: 'brand' };
  const problems = (texts: LabelledText[]) => unguardedNames([{ company: 'streamora', name, at: 0 }], texts);
  const words = text('A glimmung, two glimmung and the last glimmung met. See glimmung.com and @glimmung.');
  expect(countPlaces(['Glimmung'], [words]).get('glimmung')).toEqual({ all: 3, meant: 0, lower: 3 });
  expect(problems([words])[0]?.message).toContain('3 times in lower case');
  expect(problems([words, text('Glimmung said. '.repeat(20))])).toEqual([]);
  expect(problems([text('I use glimmung', ['glimmung'])])).toEqual([]);
});

test('a word that the labels nearly always take for the company needs none', () => {
  const texts = Array.from({ length: 20 }, () => text('On Harbour they wrote.', ['Harbour']));
  expect(unguardedNames([{ company: 'streamora', name: { text: 'Harbour', kind: 'brand' }, at: 0 }], texts)).toEqual(
    [],
  );
});

test('abbreviations and names with a capital inside are found as written only', () => {
  expect(unguardedSense({ text: 'ADA', kind: 'short' })).toBeUndefined();
  expect(unguardedSense({ text: 'iOs', kind: 'product' })).toBeUndefined();
  expect(unguardedSense({ text: 'Ada', kind: 'short' })).toBe('a given name');
});
