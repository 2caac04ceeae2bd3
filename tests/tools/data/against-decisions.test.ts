import { describe, expect, it } from 'vitest';
import { checkFiles } from '../../../model/check';
import { againstGdprhub } from '../../../tools/data/against-gdprhub';
import { countryOfAuthority, isOfCountry } from '../../../tools/data/authorities';
import { parseDay, parseDecisions, parseFine } from '../../../tools/data/decision-table';
import { overlaid } from '../../fixtures/dataset';

const FINE = 'incidents/2020/examplia-fine-2020.json';
const HEAD = 'title\tauthority\tdecided\tfine\tparties\tappeal\toutcome';
const ROW = {
  title: 'DPC (Ireland) - 7/2020',
  authority: 'DPC (Ireland)',
  decided: '04.05.2020',
  fine: '1,500,000 EUR',
  parties: 'noybExamplia Ltd',
  appeal: 'Unknown',
};

/** Compares the fixture's fine, made an Irish one, with a row. */
function compare(row: Partial<typeof ROW> = {}, change: (record: Record<string, never>) => void = () => {}) {
  const files = overlaid().map((file) => {
    if (file.path !== FINE) return file;
    const record = JSON.parse(file.text);
    record.parties[1].body = 'Data Protection Commission (Ireland)';
    change(record);
    return { ...file, text: JSON.stringify(record) };
  });
  const text = `${HEAD}\n${Object.values({ ...ROW, ...row }).join('\t')}\tViolation Found`;
  return againstGdprhub('table.tsv', parseDecisions(text), checkFiles(files).records);
}

const rules = (report: ReturnType<typeof compare>) => report.problems.map((problem) => problem.rule);

describe('comparing with decisions', () => {
  it('agrees with a row of the same company, authority, day and amount', () => {
    expect(compare()).toMatchObject({ known: 1, compared: 1, agree: 1, problems: [], withoutRecord: [] });
  });

  it.each([
    ['another amount', { fine: '2 000 000 EUR' }, 'against-amount'],
    ['another day', { decided: '04.11.2020' }, 'against-date'],
    ['another authority', { title: 'CNIL (France) - 7', authority: 'CNIL (France)' }, 'against-authority'],
  ])('reports %s', (_, row, rule) => {
    expect(rules(compare(row))).toEqual([rule]);
  });

  it('takes no row that agrees in one thing only', () => {
    const report = compare({ decided: '04.11.2020', fine: '2,000 EUR' });
    expect(report.compared).toBe(0);
    expect(report.withoutRecord).toEqual([expect.stringContaining('other records: examplia-fine-2020')]);
  });

  it.each([
    ['Pending appeal', 'fined', ['against-appeal']],
    ['Pending appeal', 'fined-under-appeal', []],
    ['Pending appeal', 'overturned', []],
    ['Appealed - OverturnedSupreme Court', 'fined-final', ['against-appeal']],
    ['Appealed - Confirmed', 'fined-final', []],
    ['Not appealed', 'fined-under-appeal', []],
    ['n/a', 'fined', []],
  ])('compares “%s” with %s', (appeal, status, expected) => {
    const report = compare({ appeal }, (record) => {
      Object.assign(record, { status });
      delete (record.money as unknown as [{ appeal?: string }])[0].appeal;
    });
    expect(rules(report)).toEqual(expected);
  });

  it('takes the sum of the record’s fines for the fine', () => {
    const report = compare({ fine: '1,800,000 EUR' }, (record) => {
      const money = record.money as unknown as object[];
      money.push({ ...money[0], amount: 300_000 });
      (record.sources as unknown as [{ supports: string[] }])[0].supports.push('money');
    });
    expect(rules(report)).toEqual([]);
  });

  it('takes the page that the record cites, whatever the figures say', () => {
    const report = compare({ decided: '04.11.2021', fine: '2,000 EUR' }, (record) => {
      (record.sources as unknown as [{ url: string }])[0].url =
        'https://gdprhub.eu/index.php?title=DPC_(Ireland)_-_7/2020';
    });
    expect(rules(report).sort()).toEqual(['against-amount', 'against-date']);
  });
});

describe('a decision that the record cites', () => {
  it('may be a step between its first day and its last', () => {
    const report = compare({ decided: '04.11.2020' }, (record) => {
      Object.assign(record, { dates: { disclosed: '2020-05-04', decided: '2021-05' } });
      (record.sources as unknown as [{ url: string }])[0].url =
        'https://gdprhub.eu/index.php?oldid=7&title=DPC_(Ireland)_-_7/2020';
    });
    expect(report).toMatchObject({ compared: 1, problems: [] });
  });
});

describe('reading the table', () => {
  it.each([
    ['21.02.2020', '2020-02-21'],
    ['1. 4. 2020', '2020-04-01'],
    ['31.02.2020', undefined],
    ['10 December 2020', undefined],
    ['', undefined],
  ])('takes %j for the day %s', (text, day) => {
    expect(parseDay(text)).toBe(day);
  });

  it.each([
    ['225,000,000 EUR', { amount: 225_000_000, currency: 'EUR' }],
    ['30 000 EUR', { amount: 30_000, currency: 'EUR' }],
    ['2.500 €', { amount: 2500, currency: 'EUR' }],
    ['€450,000', { amount: 450_000, currency: 'EUR' }],
    ['NOK 250,000 NOK', { amount: 250_000, currency: 'NOK' }],
    ['12.50 EUR', { amount: 12.5, currency: 'EUR' }],
    ['10,000', { amount: 10_000 }],
    ['None', undefined],
    ['n/a', undefined],
    ['0', undefined],
  ])('takes %j for a fine', (text, fine) => {
    expect(parseFine(text)).toEqual(fine);
  });

  it('counts a row that is there twice once', () => {
    const row = Object.values(ROW).join('\t');
    expect(parseDecisions([HEAD, row, row].join('\n'))).toHaveLength(1);
  });

  it.each([
    ['HmbBfDI (Hamburg)', 'germany', 'Hamburg Commissioner for Data Protection (Germany)'],
    ['AP (The Netherlands)', 'netherlands', 'Autoriteit Persoonsgegevens (Dutch data protection authority)'],
    ['Persónuvernd (Island)', 'iceland', 'Icelandic authority'],
    ['CJEU', 'eu', 'Court of Justice of the European Union'],
    ['ICO (UK)', 'uk', 'Information Commissioner’s Office'],
  ])('knows the country of %s', (authority, country, body) => {
    expect(countryOfAuthority(authority)).toBe(country);
    expect(isOfCountry(body, country)).toBe(true);
  });
});
