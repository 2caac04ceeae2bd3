import { expect, test } from 'vitest';
import { DatasetFiles } from '../../tools/dataset-files';
import { recordText } from '../../tools/record-text';
import { mergeCompany, renameCompany } from '../../tools/records/company-ids';
import { retireIncident } from '../../tools/records/retire-incident';
import { datasetCopy, readJson, write } from './dataset-copy';

const TODAY = '2026-11-21';
const PARTNERS = 'incidents/2018/examplia-partner-access-2018.json';

function readAll(folder: string): Record<string, string> {
  const files = new DatasetFiles(folder);
  return Object.fromEntries(files.paths.map((path) => [path, files.text(path)]));
}

test('a renamed company leads on from its old ids, and every file follows', () => {
  const folder = datasetCopy();
  write(folder, 'renames.json', recordText({ older: 'pomelo' }));
  const files = new DatasetFiles(folder);
  renameCompany(files, 'pomelo', 'zestbook');
  files.write();
  expect(readJson(folder, 'renames.json')).toEqual({ older: 'zestbook', pomelo: 'zestbook' });
  const now = new DatasetFiles(folder);
  expect(now.check().problems).toEqual([]);
  expect(now.has('companies/pomelo.json')).toBe(false);
  expect(now.paths.filter((path) => path.startsWith('incidents/') && now.text(path).includes('"pomelo"'))).toEqual([]);
  const incident = readJson(folder, PARTNERS);
  expect(incident.parties[2].company).toBe('zestbook');
  expect(incident.responses[2].company).toBe('zestbook');
});

test('payers and parents follow a rename, and renaming back leaves nothing that leads to itself', () => {
  const folder = datasetCopy();
  const fine = new DatasetFiles(folder).paths.find((path) => path.includes('fine-2020')) as string;
  const { payer } = readJson(folder, fine).money[0];
  const before = readAll(folder);
  for (const [from, to] of [
    [payer, 'other-name'],
    ['other-name', payer],
    ['holdoria', 'holdoria-two'],
  ] as const) {
    const files = new DatasetFiles(folder);
    renameCompany(files, from, to);
    files.write();
    if (to === 'other-name') expect(readJson(folder, fine).money[0].payer).toBe('other-name');
  }
  const after = readAll(folder);
  expect(JSON.parse(after[fine] ?? '')).toEqual(JSON.parse(before[fine] ?? ''));
  expect(readJson(folder, 'renames.json')).toMatchObject({ 'other-name': payer, holdoria: 'holdoria-two' });
  expect(readJson(folder, 'renames.json')).not.toHaveProperty(payer);
  expect(readJson(folder, 'companies/streamora.json').parent[0].company).toBe('holdoria-two');
});

test('an id that is taken, was taken, or is none is refused, and nothing is written', () => {
  const folder = datasetCopy();
  write(folder, 'renames.json', recordText({ older: 'pomelo' }));
  const before = readAll(folder);
  const rename = (from: string, to: string) => () => renameCompany(new DatasetFiles(folder), from, to);
  expect(rename('pomelo', 'streamora')).toThrow('“streamora” is a company already');
  expect(rename('streamora', 'older')).toThrow('ids are never used again');
  expect(rename('pomelo', 'Pome Lo')).toThrow('is no id');
  expect(rename('older', 'newer')).toThrow('it is “pomelo” now');
  expect(rename('pomelo-breach-2019', 'other')).toThrow('is an incident');
  expect(readAll(folder)).toEqual(before);
});

test('a merged company gives its names, domains and incidents, which keep its name', () => {
  const folder = datasetCopy();
  const files = new DatasetFiles(folder);
  const notes = mergeCompany(files, 'streamora', 'holdoria');
  files.write();
  expect(new DatasetFiles(folder).check().problems).toEqual([]);
  expect(readJson(folder, 'renames.json').streamora).toBe('holdoria');
  const holdoria = readJson(folder, 'companies/holdoria.json');
  expect(holdoria.names).toContainEqual({ text: 'Streamora', kind: 'former' });
  expect(holdoria.domains).toEqual(['holdoria.example', 'streamora.example', 'streamora.test']);
  expect(readJson(folder, PARTNERS).parties[1]).toMatchObject({ company: 'holdoria', as: 'Streamora' });
  expect(notes.join()).toContain('names moved: Streamora (former name)');
});

test('a merge that would make one party two is refused, naming the records', () => {
  const folder = datasetCopy();
  const before = readAll(folder);
  const files = new DatasetFiles(folder);
  expect(() => mergeCompany(files, 'pomelo', 'streamora')).toThrow(
    /nothing was written[\s\S]*examplia-partner-access-2018/,
  );
  expect(readAll(folder)).toEqual(before);
});

test('a retired incident keeps its record, with reason and history', () => {
  const folder = datasetCopy();
  const files = new DatasetFiles(folder);
  const path = retireIncident(files, 'examplia-partner-access-2018', {
    reason: 'It told of another company.',
    today: TODAY,
  });
  files.write();
  const incident = readJson(folder, path);
  expect(incident.retired).toEqual({ date: TODAY, reason: 'It told of another company.' });
  expect(incident.history.at(-1)).toEqual({ date: TODAY, change: 'Retired: It told of another company.' });
  expect(new DatasetFiles(folder).check().problems).toEqual([]);
});

test('what replaces a retired incident must be shown itself; a reason is needed; a company is not retired', () => {
  const folder = datasetCopy();
  const retire =
    (id: string, replacedBy?: string, reason = 'It told of another company.') =>
    () =>
      retireIncident(new DatasetFiles(folder), id, { reason, replacedBy, today: TODAY });
  expect(retire('pomelo-rumour-2019')).toThrow('retired already');
  expect(retire('examplia-fine-2020', 'pomelo-rumour-2019')).toThrow('retired itself');
  expect(retire('examplia-fine-2020', 'examplia-fine-2020')).toThrow('cannot replace itself');
  expect(retire('examplia-fine-2020', undefined, 'No')).toThrow('/retired/reason');
  expect(retire('pomelo')).toThrow('is a company');
  expect(retire('fine-2020')).toThrow('is it incidents/2020/examplia-fine-2020.json');
});
