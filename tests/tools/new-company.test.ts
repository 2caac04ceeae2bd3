import { expect, test } from 'vitest';
import { otherSenseOf } from '../../tools/ambiguous-names';
import { newCompany } from '../../tools/data/new-company';
import { DatasetFiles } from '../../tools/dataset-files';
import { slugOf } from '../../tools/records/ids';
import { answering, datasetCopy, readJson } from './dataset-copy';

test('a company with all that it needs passes check', async () => {
  const folder = datasetCopy();
  const written = await newCompany({
    folder,
    name: 'Glowcorp',
    also: ['legal | Glowcorp S.A.', 'product | Glow One'],
    sector: 'media',
    country: 'FR',
    domain: ['glowcorp.example'],
    parent: 'holdoria',
  });
  expect(written).toMatchObject({ id: 'glowcorp', left: [], files: ['companies/glowcorp.json'] });
  expect(new DatasetFiles(folder).check().problems).toEqual([]);
  expect(readJson(folder, 'companies/glowcorp.json').names).toHaveLength(3);
});

test('what is missing is named, and so is a name that means something else', async () => {
  const { left } = await newCompany({ folder: datasetCopy(), name: 'Target' });
  expect(left.map(({ field }) => field.join('/')).sort()).toEqual(['country', 'names/0/ambiguous', 'sector']);
  const guarded = await newCompany({ folder: datasetCopy(), name: 'Target', for: ['store'], against: ['shooting'] });
  expect(guarded.left.map(({ field }) => field.join('/')).sort()).toEqual(['country', 'sector']);
});

test('a company is refused that is there by id, by name, by domain, or by an id of the past', async () => {
  const folder = datasetCopy();
  await expect(newCompany({ folder, name: 'Pomelo' })).rejects.toThrow('the id “pomelo” is taken');
  await expect(newCompany({ folder, name: 'Zestbook' })).rejects.toThrow('“Zestbook” names pomelo already');
  await expect(newCompany({ folder, name: 'Other', domain: ['pomelo.example'] })).rejects.toThrow('belongs to pomelo');
  const [[old = '', now = ''] = []] = Object.entries<string>(readJson(folder, 'renames.json'));
  await expect(newCompany({ folder, name: 'Other', id: old })).rejects.toThrow(`leads to “${now}”`);
});

test('answers are asked for where no flag gives them', async () => {
  const folder = datasetCopy();
  const ask = answering({
    'Name of the company': 'Orange',
    'speak for the company': 'telecom, sim',
    'speak for a': 'juice',
    Sector: 'technology',
    'Country of the seat': 'FR',
    'web domains': 'orange.example, orange.test',
    'Another name': ['legal | Orange S.A.', ''],
  });
  await newCompany({ folder }, ask);
  expect(readJson(folder, 'companies/orange.json')).toMatchObject({
    names: [
      { text: 'Orange', ambiguous: { for: ['telecom', 'sim'], against: ['juice'] } },
      { text: 'Orange S.A.', kind: 'legal' },
    ],
    domains: ['orange.example', 'orange.test'],
  });
});

test('ids are slugs', () => {
  expect(slugOf('Électricité de France')).toBe('electricite-de-france');
  expect(slugOf("Macy's, Inc.")).toBe('macys-inc');
  expect(slugOf('AT&T')).toBe('at-and-t');
});

test('words, given names, surnames and places are told', () => {
  expect(otherSenseOf('Target')).toBe('an English word');
  expect(otherSenseOf('Harbour')).toBe('an English word');
  expect(otherSenseOf('Alexa')).toBe('a given name');
  expect(otherSenseOf('Ford')).toBeDefined();
  expect(otherSenseOf('Dell')).toBeDefined();
  expect(otherSenseOf('Amazon')).toBe('a place');
  expect(otherSenseOf('Chad')).toBe('a place');
  expect(otherSenseOf('Streamora')).toBeUndefined();
});
