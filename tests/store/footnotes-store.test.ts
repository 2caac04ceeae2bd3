import { describe, expect, it } from 'vitest';
import { incidentBetween } from '../fixtures/records';
import { newStore } from './stores';

describe('the cards of a store', () => {
  it('come in the order asked for, each company once', async () => {
    const { store } = newStore();
    const cards = await store.cards(['streamora', 'examplia', 'streamora'], [], 10);
    expect(cards.map((card) => [card.id, card.name, card.incidentCount])).toEqual([
      ['streamora', 'Streamora', 1],
      ['examplia', 'Examplia', 2],
    ]);
  });

  it('are those of the successor for an id that was renamed, once', async () => {
    const { store } = newStore();
    expect((await store.cards(['example-book'], [], 1)).map((card) => card.id)).toEqual(['examplia']);
    expect(await store.cards(['example-book', 'examplia'], [], 1)).toHaveLength(1);
  });

  it('leave out ids that nothing is known of', async () => {
    const { store } = newStore();
    expect(await store.cards(['nobody', 'constructor', 'to-string'], [], 1)).toEqual([]);
    expect(await store.cards([], [], 1)).toEqual([]);
  });

  it('hold the most relevant incidents, as many as asked for, and the count of all', async () => {
    const { store } = newStore();
    const titles = async (onPage: string[], limit: number) =>
      (await store.cards(['examplia'], onPage, limit)).flatMap((card) => card.incidents.map((one) => one.id));
    expect(await titles(['examplia', 'streamora', 'pomelo'], 1)).toEqual(['examplia-partner-access-2018']);
    expect(await titles([], 5)).toHaveLength(2);
    const [card] = await store.cards(['examplia'], [], 0);
    expect([card?.incidents, card?.incidentCount]).toEqual([[], 2]);
  });

  it('rank by the companies of the page', async () => {
    const { dataset } = newStore();
    const many = { value: 9e8, unit: 'people', saidBy: 'company', asOf: '2024' } as const;
    const own = incidentBetween(['pomelo'], { id: 'pomelo-own', dates: { disclosed: '2024' }, people: [many] });
    const { store } = newStore({ ...dataset, incidents: [...dataset.incidents, own] });
    const first = async (onPage: string[]) => (await store.cards(['pomelo'], onPage, 1))[0]?.incidents[0]?.id;
    expect(await first([])).toBe('pomelo-own');
    expect(await first(['pomelo', 'examplia', 'streamora'])).toBe('examplia-partner-access-2018');
  });

  it('speak in the words of the vocabulary', async () => {
    const { store } = newStore();
    const [card] = await store.cards(['streamora'], [], 1);
    expect([card?.sector, card?.owner?.name, card?.incidents[0]?.dataTypes]).toEqual([
      'media and entertainment',
      'Holdoria Group',
      ['private messages', 'contact lists'],
    ]);
  });
});

describe('the companies of a store', () => {
  it('are those with a record, by name', async () => {
    const { store } = newStore();
    expect((await store.companies()).map((entry) => [entry.name, entry.incidentCount, entry.sectorWords])).toEqual([
      ['Examplia', 2, 'social media'],
      ['Pomelo', 2, 'technology'],
      ['Streamora', 1, 'media and entertainment'],
    ]);
  });
});

describe('a search', () => {
  const { store } = newStore();
  const ids = async (query: string, limit?: number) => (await store.search(query, limit)).map((hit) => hit.id);

  it.each([
    ['a name', 'Streamora', 'streamora'],
    ['its beginning', 'strea', 'streamora'],
    ['a brand', 'zestbook', 'pomelo'],
    ['a former name', 'Examplebook', 'examplia'],
    ['a name with a slip', 'Exampila', 'examplia'],
    ['a name with a letter too many', 'Streamorra', 'streamora'],
    ['a name with an accent', 'Pömelo', 'pomelo'],
    ['a brand without its accent', 'streamora studios', 'streamora'],
    ['words of a title', 'copied account', 'pomelo'],
    ['capitals', 'POMELO', 'pomelo'],
  ])('finds a company by %s', async (_, query, id) => {
    expect((await ids(query))[0]).toBe(id);
  });

  it('says by what it found a company, where the name does not show it', async () => {
    expect((await store.search('zestbook'))[0]?.via).toBe('Zestbook');
    expect((await store.search('authority fined'))[0]?.via).toBe('The Atlantis authority fined Examplia over consent');
    expect((await store.search('pomelo'))[0]?.via).toBeUndefined();
  });

  it('gives each company once, and at most as many as asked for', async () => {
    const all = await ids('messages');
    expect([...all].sort()).toEqual(['examplia', 'pomelo', 'streamora']);
    expect(await ids('messages', 2)).toHaveLength(2);
  });

  it('puts a company of that name before one with a title of it', async () => {
    expect((await ids('examplia'))[0]).toBe('examplia');
  });

  it.each(['', '   ', 'qqqq', '!?', '\ud800', '“”'])('finds nothing for “%s”', async (query) => {
    expect(await ids(query)).toEqual([]);
  });

  it('finds no retired incident', async () => {
    expect(await ids('said to have lost')).toEqual([]);
  });
});
