import { describe, expect, it } from 'vitest';
import type { Company } from '../../model/company';
import { activeIncidents, type CardContext, companiesOf, companyCard, incidentView } from '../../model/company-card';
import type { Incident } from '../../model/incident';
import { rankIncidents } from '../../model/rank-incidents';
import { packedFixture } from '../fixtures/dataset';
import { incidentBetween } from '../fixtures/records';

const { dataset } = packedFixture();
const byId = <T extends { id: string }>(list: T[], id: string): T => {
  const found = list.find((one) => one.id === id);
  if (!found) throw new Error(`no ${id} in the fixture`);
  return found;
};
const incident = (id: string): Incident => byId(dataset.incidents, id);
const company = (id: string): Company => byId(dataset.companies, id);
const context: CardContext = {
  nameOf: (id) => company(id).name,
  incidentCountOf: (id) => activeIncidents(dataset.incidents).filter((one) => companiesOf(one).includes(id)).length,
  ownedBy: (id) =>
    dataset.companies
      .filter((one) => one.parent?.some((parent) => parent.company === id && !parent.to))
      .map((one) => one.id),
  dataTypes: dataset.dataTypes,
  sectors: dataset.sectors,
};
const access = (id: string) => incidentView(id, incident('examplia-partner-access-2018'), context);

describe('an incident beside a company', () => {
  it('tells who gave the data to whom, by the names of the time', () => {
    expect(access('streamora').from).toEqual(['Examplebook']);
    expect(access('streamora').to).toEqual(['Streamora', 'Pomelo']);
  });

  it('tells what that very company was and did', () => {
    expect([access('examplia').roleWords, access('examplia').did]).toEqual([
      'gave the data',
      'Gave partner companies access that allowed reading messages.',
    ]);
    expect([access('pomelo').roleWords, access('pomelo').did]).toEqual([
      'received the data',
      'Had access to calendars and contact lists.',
    ]);
  });

  it('carries the company’s own answer only', () => {
    expect(access('streamora').response).toEqual({
      text: 'Said that it never read any private messages.',
      found: true,
      date: 'December 2018',
      url: 'https://tribune.example/streamora-answer',
    });
    expect(access('examplia').response.text).toContain('without permission');
  });

  it('says where no answer was found, and when it was searched for', () => {
    expect(access('pomelo').response).toEqual({
      text: 'No response found (searched 15 January 2026)',
      found: false,
      date: '',
    });
  });

  it('shows counts of all before counts of some, the newest first, each with who states it', () => {
    expect(access('examplia').people).toEqual([
      { count: 'up to 870,000 people', claim: 'according to the company, January 2019' },
      { count: 'up to 500,000 accounts', claim: 'according to press reports, 18 December 2018' },
      { count: '1,200 people in Atlantis', claim: 'according to the regulator, 3 February 2019' },
    ]);
  });

  it('puts data, dates, kinds and status into words', () => {
    const view = access('examplia');
    expect(view.dataTypes).toEqual(['private messages', 'contact lists']);
    expect([view.date, view.isoDate, view.happened]).toEqual(['18 December 2018', '2018-12-18', '2010 to 2017']);
    expect([view.kinds, view.statusWords, view.exposure]).toEqual([
      ['data shared with partners'],
      'disputed',
      'said to have been shared',
    ]);
  });

  it('names authorities and payments apart from those who took part in the data', () => {
    const view = incidentView('examplia', incident('examplia-fine-2020'), context);
    expect([view.from, view.to, view.authorities]).toEqual([['Examplia'], [], ['Atlantis Data Authority']]);
    expect(view.money).toEqual(['fine of EUR 1.5 million on Examplia, 4 May 2020, appeal dismissed']);
  });

  it('lists every source with publisher, date and kind', () => {
    expect(access('examplia').sources).toHaveLength(3);
    expect(access('examplia').sources[2]).toEqual({
      title: 'Numbers for Atlantis',
      publisher: 'Atlantis Data Authority',
      date: '',
      url: 'https://authority.example/numbers',
      kind: 'regulator',
    });
  });

  it('is refused for a company that took no part', () => {
    expect(() => access('holdoria')).toThrow(/no party/);
  });
});

describe('the card of a company', () => {
  it('names the owner of now and not one of the past', () => {
    expect(companyCard(company('streamora'), [], 0, context).owner).toEqual({
      id: 'holdoria',
      name: 'Holdoria Group',
      incidentCount: 0,
    });
    expect(companyCard(company('pomelo'), [], 0, context).owner).toBeUndefined();
  });

  it('names what the company owns now', () => {
    expect(companyCard(company('holdoria'), [], 0, context).owns).toEqual([
      { id: 'streamora', name: 'Streamora', incidentCount: 1 },
    ]);
  });

  it('keeps the count of all incidents where it shows fewer', () => {
    const card = companyCard(company('examplia'), [incident('examplia-fine-2020')], 7, context);
    expect([card.incidents.length, card.incidentCount]).toEqual([1, 7]);
  });

  it('is plain JSON', () => {
    const card = companyCard(company('examplia'), [incident('examplia-partner-access-2018')], 1, context);
    expect(JSON.parse(JSON.stringify(card))).toEqual(card);
  });
});

describe('the incidents of a company', () => {
  const ids = (list: Incident[]) => list.map((one) => one.id);

  it('leave retired ones out', () => {
    expect(ids(activeIncidents(dataset.incidents))).not.toContain('pomelo-rumour-2019');
    expect(activeIncidents(dataset.incidents)).toHaveLength(3);
  });

  it('name each company once, however many parts it had', () => {
    const twice = incidentBetween(['a', 'b', 'a']);
    expect(
      companiesOf({ ...twice, parties: [...twice.parties, { body: 'A court', role: 'court', did: 'Ruled on it.' }] }),
    ).toEqual(['a', 'b']);
  });

  it('come first where they share parties with the page', () => {
    const breach = incidentBetween(['a'], {
      id: 'breach',
      dates: { disclosed: '2024' },
      people: [{ value: 5e8, unit: 'people', saidBy: 'company', asOf: '2024' }],
    });
    const shared = incidentBetween(['b', 'a'], { id: 'shared', dates: { disclosed: '2012' } });
    expect(ids(rankIncidents('a', [shared, breach], ['a']))).toEqual(['breach', 'shared']);
    expect(ids(rankIncidents('a', [breach, shared], ['a', 'b']))).toEqual(['shared', 'breach']);
  });

  it('come by the company’s own part, the number of people, and the date', () => {
    const own = incidentBetween(['a', 'b'], { id: 'own' });
    const received = incidentBetween(['b', 'a'], { id: 'received' });
    expect(ids(rankIncidents('a', [received, own]))).toEqual(['own', 'received']);
    const many = incidentBetween(['a', 'b'], {
      id: 'many',
      people: [{ max: 1e7, unit: 'people', saidBy: 'press', asOf: '2018' }],
    });
    expect(ids(rankIncidents('a', [own, many]))).toEqual(['many', 'own']);
    const newer = incidentBetween(['a', 'b'], { id: 'newer', dates: { decided: '2025-02' } });
    expect(ids(rankIncidents('a', [own, newer]))).toEqual(['newer', 'own']);
  });

  it('are all kept by the ranking, which leaves the given list as it was', () => {
    const list = [...dataset.incidents];
    expect(ids(rankIncidents('pomelo', list, ['examplia'])).sort()).toEqual(ids(dataset.incidents).sort());
    expect(list).toEqual(dataset.incidents);
  });
});
