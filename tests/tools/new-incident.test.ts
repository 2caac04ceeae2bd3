import { expect, test } from 'vitest';
import { type IncidentFlags, newIncident } from '../../tools/data/new-incident';
import { DatasetFiles, WorkshopError } from '../../tools/dataset-files';
import { answering, datasetCopy, emptyFolder, readJson } from './dataset-copy';

const TODAY = '2026-11-21';
const SUMMARY =
  'The Atlantis Data Authority said that attackers took names from Streamora in March 2026. Streamora confirmed it.';

const flags = (given: Partial<IncidentFlags> = {}): IncidentFlags => ({
  folder: datasetCopy(),
  drafts: emptyFolder(),
  company: 'streamora',
  kind: ['breach'],
  disclosed: '2026-03-05',
  ...given,
});

const WHOLE: Partial<IncidentFlags> = {
  role: 'breached',
  did: 'Lost names of subscribers.',
  status: 'admitted',
  exposure: 'accessed',
  data: ['names'],
  title: 'Names of Streamora subscribers were taken',
  summary: SUMMARY,
  people: ['up to 1.2 million | people | company | 2026-03-05 | in Atlantis'],
  party: ['regulator | Atlantis Data Authority | Opened an inquiry.'],
  response: ['streamora | Confirmed the breach and told subscribers. | 2026-03-05 | https://streamora.example/notice'],
  source: ['company | Streamora | 2026-03-05 | Notice to subscribers | https://streamora.example/notice | all'],
  by: 'A maintainer',
};

const places = (left: { field: readonly (string | number)[] }[]) => left.map(({ field }) => field.join('/')).sort();

test('a record that the flags give whole passes check', async () => {
  const given = flags(WHOLE);
  const written = await newIncident(given, TODAY);
  expect(written.left).toEqual([]);
  expect(written.files).toEqual(['incidents/2026/streamora-breach-2026.json']);
  expect(new DatasetFiles(given.folder).check().problems).toEqual([]);
  expect(readJson(given.folder, written.path).people).toEqual([
    { max: 1_200_000, unit: 'people', of: 'in Atlantis', saidBy: 'company', asOf: '2026-03-05' },
  ]);
});

test('what no flag gives is left out and named, at one go', async () => {
  const given = flags();
  const { left, path } = await newIncident(given, TODAY);
  expect(places(left)).toEqual(
    [
      'checked',
      'dataTypes',
      'exposure',
      'parties/0',
      'parties/0/did',
      'parties/0/role',
      'sources',
      'status',
      'summary',
      'title',
    ].sort(),
  );
  expect(readJson(given.folder, path)).not.toHaveProperty('title');
  // What comes to light only behind missing fields is named too.
  expect(left.find(({ field }) => field.join('/') === 'parties/0')?.rule).toBe('response-present');
});

test('a source without `supports` is not taken to support anything', async () => {
  const { left } = await newIncident(
    flags({
      ...WHOLE,
      source: ['newsroom | Example News | 2026-03-05 | A breach | https://news.example/a'],
      response: ['streamora | none'],
    }),
    TODAY,
  );
  expect(places(left)).toEqual(['sources', 'sources/0/supports']);
});

test('the same company and kind within 31 days is refused, unless it is said to be another', async () => {
  const given = flags();
  await newIncident(given, TODAY);
  const again = { ...given, disclosed: '2026-03-30' };
  await expect(newIncident(again, TODAY)).rejects.toThrow('streamora has a “breach” within 31 days');
  await expect(newIncident({ ...given, disclosed: '2026-03' }, TODAY)).rejects.toThrow(WorkshopError);
  expect((await newIncident({ ...again, distinct: true }, TODAY)).id).toBe('streamora-breach-2026-03');
  expect((await newIncident({ ...given, disclosed: '2026-05-01' }, TODAY)).id).toBe('streamora-breach-2026-05');
});

test('an id that is taken is refused even for another incident', async () => {
  const given = flags({ company: 'pomelo', kind: ['sale'], id: 'pomelo-breach-2019', distinct: true });
  await expect(newIncident(given, TODAY)).rejects.toThrow('the id “pomelo-breach-2019” is taken');
});

test('a source that another record rests on is refused, however its address is written', async () => {
  const source = [
    'newsroom | Example News | 2018-12-18 | Title | http://www.news.example/partner-access/?utm_source=x',
  ];
  await expect(newIncident(flags({ source }), TODAY)).rejects.toThrow(
    'https://news.example/partner-access is a source of',
  );
});

test('a company that is not there is refused with what it may be', async () => {
  await expect(newIncident(flags({ company: 'examplebook' }), TODAY)).rejects.toThrow('Is it examplia (Examplia)?');
  await expect(newIncident(flags({ company: undefined }), TODAY)).rejects.toThrow('--company');
});

test('a line that does not fit says how it is written', async () => {
  const wrong: Partial<IncidentFlags>[] = [
    { people: ['many | people'] },
    { people: ['12 | folks'] },
    { money: ['much | fine'] },
    { source: ['newsroom | Example News | yesterday | T | https://a.example/'] },
    { source: ['https://a.example/'] },
    { party: ['recipient'] },
    { response: ['streamora'] },
  ];
  for (const part of wrong) await expect(newIncident(flags(part), TODAY)).rejects.toThrow(/It is written/);
});

test('answers give the same record as flags, and nothing is asked that a flag gave', async () => {
  const folder = datasetCopy();
  const ask = answering({
    'Which company': 'streamora',
    'What is it about': 'breach',
    'public learn': '2026-03-05',
    'How firmly': 'admitted',
    'How did the data leave': 'accessed',
    'What was streamora': 'breached',
    'What did it do': 'Lost names of subscribers.',
    'Kinds of data': 'Name',
    'Another party': ['Atlantis Data Authority', ''],
    'What was Atlantis': 'regulator',
    'What did Atlantis': 'Opened an inquiry.',
    'A count': ['soon', 'up to 1.2 million', ''],
    'Of what': 'people',
    'Who says so': 'company',
    'When was it stated': ['', '2026-03-05'],
    'Which ones': ['', 'in Atlantis'],
    'Address of a source': ['https://streamora.example/notice', ''],
    '  What is it?': 'company',
    'Who published': 'Streamora',
    'Its title': 'Notice to subscribers',
    'When was it published': '2026-03-05',
    'What did streamora answer': 'Confirmed the breach and told subscribers.',
    'When? ': '2026-03-05',
    'Which source': 'https://streamora.example/notice',
    'What of this does Streamora say': [
      ['dates/disclosed', 'parties/0', 'parties/1', 'people/0', 'status', 'responses/0', 'dataTypes'],
    ],
    Title: WHOLE.title,
    'Have you compared': true,
    'Your name': 'A maintainer',
  });
  const written = await newIncident({ folder, drafts: emptyFolder(), summary: SUMMARY }, TODAY, ask);
  expect(written.left).toEqual([]);
  expect(ask.asked.some((question) => question.startsWith('Summary'))).toBe(false);
  expect(ask.said.join()).toContain('“soon” is no count');
  const other = flags(WHOLE);
  const { path } = await newIncident(other, TODAY);
  const byFlags = readJson(other.folder, path);
  const byAnswers = readJson(folder, path);
  expect({ ...byAnswers, sources: [] }).toEqual({ ...byFlags, sources: [] });
});

test('a company that is not there yet is asked for and written with the incident', async () => {
  const folder = datasetCopy();
  const ask = answering({
    'Name of the company': 'Glowcorp',
    Sector: 'media',
    'Country of the seat': 'FR',
    'What is it about': 'sale',
    'public learn': '2026-03-05',
  });
  const written = await newIncident({ folder, drafts: emptyFolder() }, TODAY, ask);
  expect(written.files).toEqual(['companies/glowcorp.json', 'incidents/2026/glowcorp-sale-2026.json']);
  expect(new DatasetFiles(folder).check().problems.filter(({ file }) => file.startsWith('companies/'))).toEqual([]);
});

test('who answers that it is the same incident gets no second record', async () => {
  const given = flags();
  await newIncident(given, TODAY);
  const before = new DatasetFiles(given.folder).paths;
  await expect(newIncident(given, TODAY, answering({ 'Is yours another incident': false }))).rejects.toThrow(
    'no second record',
  );
  expect(new DatasetFiles(given.folder).paths).toEqual(before);
});

test('who breaks off keeps the answers, and goes on from them', async () => {
  const folder = datasetCopy();
  const drafts = emptyFolder();
  const ask = answering({ 'What is it about': 'sale', 'public learn': '2026-03-05' });
  const leaving = {
    ...ask,
    one: async (message: string, ...rest: [never, never]) => {
      if (message.startsWith('How firmly')) throw Object.assign(new Error('closed'), { name: 'ExitPromptError' });
      return ask.one(message, ...rest);
    },
  };
  await expect(newIncident({ folder, drafts, company: 'streamora' }, TODAY, leaving)).rejects.toThrow(
    'go on with: npm run data -- add --draft answers-streamora-sale-2026',
  );
  expect(new DatasetFiles(folder).has('incidents/2026/streamora-sale-2026.json')).toBe(false);
  const given = { folder, drafts, draft: 'answers-streamora-sale-2026', status: 'reported', yes: true };
  expect((await newIncident(given, TODAY)).id).toBe('streamora-sale-2026');
});

test('a source on record that shows only at the end is asked about, and the answers are kept', async () => {
  const given = flags({ drafts: emptyFolder() });
  const ask = answering({
    'Address of a source': ['newsroom | Example News | 2018-12-18 | Title | https://news.example/partner-access', ''],
    'Is yours another incident': false,
  });
  await expect(newIncident(given, TODAY, ask)).rejects.toThrow(/no second record[\s\S]*add --draft answers-/);
});
