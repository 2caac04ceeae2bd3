import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { newIncident } from '../../tools/data/new-incident';
import { DatasetFiles } from '../../tools/dataset-files';
import { recordText } from '../../tools/record-text';
import { draftsOfCsv } from '../../tools/records/csv-drafts';
import { readDraft, writeDrafts } from '../../tools/records/drafts';
import { knownIncidents } from '../../tools/records/duplicates';
import { draftsOfHibp, type HibpRow, readHibpRows } from '../../tools/records/hibp-drafts';
import { datasetCopy, emptyFolder, readJson, write } from './dataset-copy';

const ROW: HibpRow = {
  Name: 'Streamora',
  Title: 'Streamora',
  Domain: 'streamora.example',
  BreachDate: '2022-03-01',
  AddedDate: '2022-04-02T10:00:00Z',
  PwnCount: 1_234_567,
  DataClasses: ['Names', 'Passwords', 'Star signs'],
  Flags: ['IsVerified'],
  Links: ['https://news.example/streamora'],
};

const hibp = (rows: HibpRow[], withUnknown = false, folder = datasetCopy()) => {
  const files = new DatasetFiles(folder);
  return draftsOfHibp(rows, files.check().records, knownIncidents(files), withUnknown);
};

const csv = (text: string, folder = datasetCopy()) => {
  const files = new DatasetFiles(folder);
  return draftsOfCsv(text, 'List 2026', files.check().records, knownIncidents(files));
};

test('a row says what the list says, as the list’s, and what it leaves open', () => {
  const [draft] = hibp([ROW]).drafts;
  expect(draft).toMatchObject({ id: 'hibp-streamora', from: 'hibp', key: 'Streamora' });
  expect(draft?.record).toMatchObject({
    kinds: ['breach'],
    dates: { happened: { from: '2022-03-01' } },
    parties: [{ company: 'streamora', role: 'breached' }],
    dataTypes: ['names'],
    people: [{ value: 1_234_567, unit: 'accounts', saidBy: 'researcher', asOf: '2022-04-02' }],
  });
  expect(draft?.record.dates).not.toHaveProperty('disclosed');
  for (const field of ['status', 'exposure', 'checked']) expect(draft?.record).not.toHaveProperty(field);
  expect(draft?.record.sources[1]).toEqual({ url: 'https://news.example/streamora' });
  expect(draft?.notes.join('\n')).toMatch(/“Passwords”: choose among[\s\S]*“Star signs” has no counterpart/);
});

test('rows on record, of unknown companies, and of no breach give no draft', () => {
  const { drafts, leftOut } = hibp([
    { ...ROW, Name: 'Pomelo', Title: 'Pomelo', Domain: 'pomelo.example', BreachDate: pomeloDate() },
    { ...ROW, Name: 'Elsewhere', Title: 'Elsewhere', Domain: 'elsewhere.example' },
    { ...ROW, Flags: ['IsFabricated'] },
  ]);
  expect(drafts).toEqual([]);
  expect(leftOut).toEqual({ onRecord: 1, unknownCompany: 1, noBreach: 1 });
  const [unknown] = hibp([{ ...ROW, Name: 'Elsewhere', Title: 'Elsewhere', Domain: '' }], true).drafts;
  expect(unknown?.record.parties).toEqual([{ body: 'Elsewhere', role: 'breached' }]);
});

function pomeloDate(): string {
  const { dates } = readJson(datasetCopy(), 'incidents/2019/pomelo-breach-2019.json');
  return `${dates.happened?.from ?? dates.disclosed}-01-01`.slice(0, 10);
}

test('importing twice changes nothing; a changed row renews a draft that nobody touched', () => {
  const folder = emptyFolder();
  const contents = () => readdirSync(folder).map((name) => readFileSync(join(folder, name), 'utf8'));
  expect(writeDrafts(folder, hibp([ROW]).drafts).written).toEqual(['hibp-streamora']);
  const before = contents();
  expect(writeDrafts(folder, hibp([ROW]).drafts)).toMatchObject({
    written: [],
    renewed: [],
    unchanged: ['hibp-streamora'],
  });
  expect(contents()).toEqual(before);
  expect(writeDrafts(folder, hibp([{ ...ROW, PwnCount: 99 }]).drafts).renewed).toEqual(['hibp-streamora']);
  expect(readDraft(folder, 'hibp-streamora').record.people[0]?.value).toBe(99);
});

test.each([
  [
    'changed',
    (draft: ReturnType<typeof readDraft>) => ({ ...draft, record: { ...draft.record, title: 'Better words' } }),
  ],
  ['rejected', (draft: ReturnType<typeof readDraft>) => ({ ...draft, rejected: 'Another company of that name' })],
])('a draft that a person has %s is never written again', (_, touch) => {
  const folder = emptyFolder();
  writeDrafts(folder, hibp([ROW]).drafts);
  const mine = recordText(touch(readDraft(folder, 'hibp-streamora')));
  writeFileSync(join(folder, 'hibp-streamora.json'), mine);
  expect(writeDrafts(folder, hibp([{ ...ROW, PwnCount: 99 }]).drafts).kept).toEqual(['hibp-streamora']);
  expect(readFileSync(join(folder, 'hibp-streamora.json'), 'utf8')).toBe(mine);
});

test('a draft becomes a record with what a person adds, and is a draft no more', async () => {
  const folder = datasetCopy();
  const drafts = emptyFolder();
  writeDrafts(drafts, hibp([ROW]).drafts);
  const written = await newIncident(
    { folder, drafts, draft: 'hibp-streamora', disclosed: '2022-04-02', yes: true },
    '2026-11-21',
  );
  expect(written.path).toBe('incidents/2022/streamora-breach-2022.json');
  expect(readJson(folder, written.path).people[0].value).toBe(1_234_567);
  expect(written.left.map(({ field }) => field.join('/'))).toEqual(
    expect.arrayContaining(['status', 'sources/0/accessed', 'sources/1/kind']),
  );
  expect(readdirSync(drafts)).toEqual([]);
  // Unfinished as it is, it is on record: the list gives no second draft.
  expect(csv('company,kinds,happened\nstreamora,breach,2022-03-01\n', folder).onRecord).toEqual([
    'line 2: streamora-breach-2022',
  ]);
  await expect(newIncident({ folder, drafts, draft: 'hibp-streamora', yes: true }, '2026-11-21')).rejects.toThrow(
    'no draft “hibp-streamora”',
  );
});

test('a CSV row becomes a draft; a wrong row hides nothing of the others', () => {
  const text = [
    'company,kinds,disclosed,data_types,people,response,source,status,note',
    'Zestbook,sale;tracking,2024-05-02,names;location,up to 2 million | people | press | 2024-05,none,"newsroom | Example News | 2024-05-02 | Sold, they say | https://news.example/sold | dates",reported,Look again',
    'nobody,sale,2024,,,,,,',
    'pomelo,theft,2024,,,,,,',
    'pomelo,sale,2023,starsigns,,,,,',
    'pomelo,breach,2019,,,,,,',
    'streamora,sale,2023,,,,,,',
  ].join('\n');
  const { drafts, onRecord, refused } = csv(text);
  expect(drafts.map(({ id }) => id)).toEqual(['list-2026-pomelo-sale-2024-05-02', 'list-2026-streamora-sale-2023']);
  expect(drafts[0]?.record).toMatchObject({
    kinds: ['sale', 'tracking'],
    parties: [{ company: 'pomelo' }],
    people: [{ max: 2_000_000, unit: 'people' }],
    responses: [],
    sources: [{ title: 'Sold, they say', supports: ['dates'] }],
  });
  expect(drafts[0]?.record.sources[0]).not.toHaveProperty('accessed');
  expect(drafts[0]?.notes).toContain('Look again');
  expect(onRecord).toEqual([expect.stringContaining('line 6: pomelo-breach-2019')]);
  expect(refused.map((line) => line.slice(0, 7))).toEqual(['line 3:', 'line 4:', 'line 5:']);
});

test('what a recipient has in common is a note of the draft; what `add` would refuse is no draft', () => {
  const { drafts, onRecord } = csv(
    'company,kinds,decided\npomelo,partner-sharing,2019-01-02\nexamplia,partner-sharing,2019-01-02\n',
  );
  // Pomelo received data in a record disclosed on 2018-12-18; Examplia gave it.
  expect(drafts.map(({ id }) => id)).toEqual(['list-2026-pomelo-partner-sharing-2019-01-02']);
  expect(drafts[0]?.notes.join()).toMatch(/Near it: .*examplia-partner-access-2018\.json: .*not the main company/);
  expect(onRecord).toEqual(['line 3: examplia-partner-access-2018']);
});

test('a list’s row that `add` would take for an unfinished record says so', async () => {
  const folder = datasetCopy();
  const given = { folder, drafts: emptyFolder(), company: 'streamora', kind: ['breach'], happened: '2022-03-01' };
  await newIncident({ ...given, disclosed: '2022-04-02', yes: true }, '2026-11-21');
  expect(hibp([ROW], false, folder).drafts[0]?.notes.join()).toContain('streamora-breach-2022.json');
});

test('a CSV file with other columns, or that is none, is refused with what is known', () => {
  expect(() => csv('firm,kinds\na,b\n')).toThrow(
    /unknown columns: firm[\s\S]*missing columns: company[\s\S]*Known: key/,
  );
  expect(() => csv('company,kinds\n"a,b\n')).toThrow('no CSV');
});

test('a list of another shape is refused with what is expected', () => {
  const folder = emptyFolder();
  write(folder, 'list.json', '{"breaches": []}');
  expect(() => readHibpRows(join(folder, 'list.json'))).toThrow(
    'Expected a JSON array like that of haveibeenpwned.com',
  );
  expect(() => readHibpRows(join(folder, 'gone.json'))).toThrow('cannot be imported');
});
