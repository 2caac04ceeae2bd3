import { expect, test } from 'vitest';
import { newIncident } from '../../tools/data/new-incident';
import { DatasetFiles, WorkshopError } from '../../tools/dataset-files';
import { sayingNotAsked } from '../../tools/records/ask';
import type { IncidentFlags } from '../../tools/records/incident-flags';
import { writtenText } from '../../tools/records/written-text';
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
  await expect(newIncident(again, TODAY)).rejects.toThrow(
    'streamora with “breach” within 31 days (yours: disclosed 2026-03-30; on record: disclosed 2026-03-05)',
  );
  await expect(newIncident({ ...given, disclosed: '2026-03' }, TODAY)).rejects.toThrow(WorkshopError);
  expect((await newIncident({ ...again, distinct: true }, TODAY)).id).toBe('streamora-breach-2026-03');
  expect((await newIncident({ ...given, disclosed: '2026-05-01' }, TODAY)).id).toBe('streamora-breach-2026-05');
});

test('any day of disclosure or decision of the one is compared with any of the other, and both are shown', async () => {
  const given = flags({ decided: '2026-09-01' });
  await newIncident(given, TODAY);
  const later = { ...given, decided: undefined, disclosed: '2026-09-20' };
  await expect(newIncident(later, TODAY)).rejects.toThrow(
    '(yours: disclosed 2026-09-20; on record: decided 2026-09-01)',
  );
  const { id } = await newIncident({ ...later, disclosed: '2026-06-15' }, TODAY);
  expect(id).toBe('streamora-breach-2026-06');
});

test('a recipient that stands in other records is noted and does not refuse', async () => {
  const [first, second] = ['pomelo', 'streamora'].map((company) =>
    flags({
      company,
      kind: ['tracking'],
      role: 'discloser',
      alleged: true,
      party: ['recipient | examplia | Received it through its pixel. | alleged'],
    }),
  ) as [IncidentFlags, IncidentFlags];
  await newIncident(first, TODAY);
  const written = await newIncident({ ...second, folder: first.folder, disclosed: '2026-03-20' }, TODAY);
  expect(written.id).toBe('streamora-tracking-2026');
  expect(written.near?.map(({ id }) => id)).toEqual(['pomelo-tracking-2026']);
  const text = writtenText(first.folder, written);
  expect(text).toContain('examplia, not the main company of both, with “tracking”');
  expect(text).toContain('yours: disclosed 2026-03-20; on record: disclosed 2026-03-05');
  // The main company is the same whatever its role is called, and while it is still open.
  const again = { ...second, folder: first.folder, company: 'pomelo', role: undefined, disclosed: '2026-03-20' };
  await expect(newIncident(again, TODAY)).rejects.toThrow('pomelo with “tracking” within 31 days');
});

test('a record whose only company received the data is still found again', async () => {
  const given = flags({ company: 'pomelo', kind: ['sale'], role: 'recipient' });
  await newIncident(given, TODAY);
  await expect(newIncident({ ...given, disclosed: '2026-03-09' }, TODAY)).rejects.toThrow('pomelo with “sale”');
});

test('incidents that began at the same time and came out years apart are noted', async () => {
  const given = flags({ happened: '2020-02-01' });
  await newIncident(given, TODAY);
  const { near } = await newIncident({ ...given, disclosed: '2023-04-01' }, TODAY);
  expect(near?.map(({ message }) => message).join()).toContain('yours: began 2020-02-01; on record: began 2020-02-01');
});

test('kinds are parted by commas or blanks, as kinds of data are', async () => {
  const given = flags({ kind: ['tracking,court-case', 'sale'], data: ['names,location', 'passwords'] });
  const record = readJson(given.folder, (await newIncident(given, TODAY)).path);
  expect(record.kinds).toEqual(['tracking', 'court-case', 'sale']);
  expect(record.dataTypes).toEqual(['names', 'location', 'passwords']);
});

test('everything that does not fit is said at one go, and nothing is written', async () => {
  const given = flags({
    kind: ['breach,theft'],
    disclosed: undefined,
    role: 'villain',
    exposure: 'stolen',
    status: 'true',
    happened: 'spring',
    data: ['names,starsigns'],
    party: ['bystander | Somebody | Stood by.'],
    people: ['many | folks | nobody | soon'],
    money: ['much | bribe'],
    source: ['rumour | Example News | yesterday | T | nowhere'],
  });
  const before = new DatasetFiles(given.folder).paths;
  const message = await newIncident(given, TODAY).catch((error: Error) => error.message);
  for (const cell of [
    ...['“theft”', '“villain”', '“stolen”', '“true”', '“spring”', 'starsigns', '“bystander”', '“many”', '“folks”'],
    ...['“nobody”', '“soon”', '“much”', '“bribe”', '“rumour”', '“yesterday”', 'must be an address'],
    ...['--kind', '--happened', '--data', 'the day it was disclosed or decided'],
  ])
    expect(message).toContain(cell);
  expect(new DatasetFiles(given.folder).paths).toEqual(before);
});

test('without a terminal it is said that nothing was asked, and what is left', async () => {
  const given = flags();
  const text = writtenText(given.folder, await newIncident(given, TODAY), true);
  expect(text).toMatch(/no terminal: nothing was asked; these are left for you \(\d+, in your editor\):\n {2}\/\w+/);
  await expect(
    sayingNotAsked(true, () => newIncident({ ...given, company: undefined, kind: undefined }, TODAY)),
  ).rejects.toThrow('no terminal: nothing was asked; a record needs at least the company (--company), the kind');
});

test('two pages of one publisher are two that the record was checked against', async () => {
  const [page = ''] = WHOLE.source ?? [];
  const other = page.replace('Notice to subscribers', 'Questions and answers').replace('/notice', '/questions');
  const given = flags({ ...WHOLE, source: [page, other] });
  expect(readJson(given.folder, (await newIncident(given, TODAY)).path).checked.against).toEqual([
    'Streamora: Notice to subscribers',
    'Streamora: Questions and answers',
  ]);
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
