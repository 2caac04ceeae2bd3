import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkFiles } from '../../../model/check';
import type { Incident } from '../../../model/incident';
import { againstSummary, checkAgainst, readList } from '../../../tools/data/against';
import type { HibpEntry } from '../../../tools/data/against-hibp';
import { HIBP_CLASSES, missingClasses } from '../../../tools/data/hibp-classes';
import { overlaid } from '../../fixtures/dataset';
import { temporaryFolder } from '../../support/datasets';

const BREACH = 'incidents/2019/pomelo-breach-2019.json';
const ENTRY: HibpEntry = {
  Name: 'Pomelo',
  Domain: 'pomelo.example',
  BreachDate: '2019-07-10',
  PwnCount: 29_000_000,
  DataClasses: ['Names', 'Passwords'],
};

/** Compares the fixture dataset, its breach record changed, with entries. */
function compare(entries: Partial<HibpEntry>[], changes: Partial<Incident> = {}) {
  const files = overlaid().map((file) =>
    file.path === BREACH ? { ...file, text: JSON.stringify({ ...JSON.parse(file.text), ...changes }) } : file,
  );
  const list = { name: 'list.json', kind: 'hibp' as const, entries: entries.map((entry) => ({ ...ENTRY, ...entry })) };
  return checkAgainst(list, checkFiles(files).records);
}

const rules = (report: ReturnType<typeof compare>) => report.problems.map((problem) => problem.rule);
const differs = (field: 'people' | 'dates' | 'dataTypes' | 'identity') => ({
  differs: [{ with: 'hibp:Pomelo', field, reason: 'The list counts addresses only.' }],
});

describe('comparing with breaches', () => {
  it('agrees with an entry of the same company, time, size and kinds of data', () => {
    expect(compare([{}])).toMatchObject({ total: 1, known: 1, compared: 1, agree: 1, problems: [], withoutRecord: [] });
  });

  it.each([
    ['by name, where there is no domain', { Domain: undefined }],
    ['by another spelling of the name', { Domain: undefined, Name: 'Zest-Book' }],
    ['by title', { Domain: '', Name: 'x', Title: 'Pomelo (2019)' }],
  ])('finds the company %s', (_, entry) => {
    expect(compare([entry]).compared).toBe(1);
  });

  it.each([
    ['another number of accounts', { PwnCount: 90_000_000 }, 'against-people'],
    ['kinds of data that the record does not name', { DataClasses: ['Names', 'Phone numbers'] }, 'against-data-types'],
  ])('reports %s', (_, entry, rule) => {
    const report = compare([entry]);
    expect(rules(report)).toEqual([rule]);
    expect(report.problems[0]).toMatchObject({ severity: 'warning', file: BREACH });
    expect(report.problems[0]?.message).toContain('(hibp:Pomelo)');
  });

  it('reports a time that is more than 31 days from when it happened', () => {
    const happened = { dates: { happened: { from: '2019-01', to: '2019-02' }, disclosed: '2019-07' } };
    expect(rules(compare([{ BreachDate: '2019-03-30' }], happened))).toEqual([]);
    expect(rules(compare([{ BreachDate: '2019-04-01' }], happened))).toEqual(['against-date']);
  });

  it('takes a far date for the same breach only where the accounts agree', () => {
    expect(compare([{ BreachDate: '2018-09-01' }]).compared).toBe(1);
    const other = compare([{ BreachDate: '2018-09-01', PwnCount: 5000 }]);
    expect(other.compared).toBe(0);
    expect(other.withoutRecord).toEqual(['Pomelo (2018-09-01, 5,000 accounts; other records: pomelo-breach-2019)']);
  });

  it('takes a date within 120 days for the same breach where nothing else fits and the sizes are not worlds apart', () => {
    expect(rules(compare([{ BreachDate: '2019-04-20', PwnCount: 2_000_000 }]))).toEqual(['against-people']);
    expect(compare([{ BreachDate: '2019-04-20', PwnCount: 5000 }]).compared).toBe(0);
    expect(compare([{ BreachDate: '2019-04-20', PwnCount: 2_000_000 }, {}])).toMatchObject({
      compared: 1,
      problems: [],
    });
  });

  it('keeps silent about what the record explains, and counts it', () => {
    const report = compare([{ PwnCount: 90_000_000 }], differs('people'));
    expect(report).toMatchObject({ explained: 1, problems: [] });
  });

  it('reports an explanation of nothing', () => {
    expect(rules(compare([{}], differs('dataTypes')))).toEqual(['against-explained']);
  });

  it('takes an explanation of a small difference of dates or counts', () => {
    expect(rules(compare([{}], differs('people')))).toEqual([]);
  });

  it('does not compare what the record calls another incident', () => {
    expect(compare([{}], differs('identity'))).toMatchObject({ compared: 0, problems: [] });
  });

  it('leaves out fabricated breaches and companies that it does not know', () => {
    expect(compare([{ Flags: ['IsFabricated'] }, { Name: 'Elsewhere', Domain: 'elsewhere.example' }]).known).toBe(0);
  });

  it('sums up in words', () => {
    const text = againstSummary(
      compare([{ PwnCount: 90_000_000 }, { Name: 'Pomelo2', BreachDate: '2010-01-01', PwnCount: 7 }]),
    );
    expect(text).toContain('2 breaches, 2 of companies in the dataset, 1 compared with a record: 0 agree, 1 differ');
    expect(text).toContain('1 difference to mend or explain (against-people 1), 0 explained');
    expect(text).toContain('Pomelo2 (2010-01-01');
  });
});

describe('the table of data classes', () => {
  it('leads only to ids of the vocabulary', async () => {
    const { default: ids } = await import('../../../data/vocabulary/data-types.json');
    for (const [name, list] of Object.entries(HIBP_CLASSES))
      for (const id of list) expect(Object.keys(ids), name).toContain(id);
  });

  it('takes any of several ids for a class, and leaves out classes without a counterpart', () => {
    expect(missingClasses(['Passwords', 'Tattoo status', 'IP addresses'], ['hashed-passwords'])).toEqual([
      'IP addresses',
    ]);
  });
});

describe('reading a list', () => {
  it.each([
    ['a list that is not there', 'absent.json', undefined, 'cannot be read (ENOENT)'],
    ['no JSON', 'list.json', 'oops', 'is of another shape'],
    ['another JSON', 'list.json', '[{"name": 1}]', 'Expected a JSON array like'],
    ['another table', 'list.tsv', 'a\tb\n1\t2', 'no column “title”'],
  ])('says what is wrong with %s', (_, name, text, message) => {
    const file = join(temporaryFolder(), name);
    if (text !== undefined) writeFileSync(file, text);
    expect(() => readList(file)).toThrow(message);
  });
});
