import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Party } from '../../model/incident';
import { isPartialDate } from '../../model/partial-date';
import { CLAIMED_EXPOSURES, EXPOSURES, type Exposure, MONEY_KINDS, type Status } from '../../model/vocabulary';
import {
  claimInWords,
  countOf,
  dateInWords,
  exposureInWords,
  listInWords,
  moneyInWords,
  noResponseInWords,
  numberInWords,
  peopleInWords,
} from '../../model/wording';

const SIZES: Record<string, number> = { million: 1e6, billion: 1e9, trillion: 1e12 };

/** The whole number that a reader understands. */
function read(words: string): number {
  const [number = '', size = ''] = words.split(' ');
  return Math.round(Number(number.replaceAll(',', '')) * (SIZES[size] ?? 1));
}

describe('words for dates', () => {
  it.each([
    ['2018', '2018'],
    ['2018-12', 'December 2018'],
    ['2018-12-08', '8 December 2018'],
    ['2020-01-31', '31 January 2020'],
  ])('say %s as “%s”', (date, words) => {
    expect(isPartialDate(date)).toBe(true);
    expect(dateInWords(date)).toBe(words);
  });
});

describe('words for numbers', () => {
  it.each([
    [0, '0'],
    [999, '999'],
    [1000, '1,000'],
    [339_123, '339,123'],
    [500_000_000, '500 million'],
    [87_500_000, '87.5 million'],
    [57_265_625, '57,265,625'],
    [383_000_001, '383,000,001'],
    [5_000_000_000, '5 billion'],
    [1_500_000_000_000, '1.5 trillion'],
    [1234.5, '1,234.5'],
  ])('say %d as “%s”', (value, words) => {
    expect(numberInWords(value)).toBe(words);
  });

  it('keep every digit of a whole number', () => {
    const whole = fc.oneof(
      fc.nat(),
      fc.tuple(fc.nat(9999), fc.integer({ min: 0, max: 9 })).map(([n, zeros]) => n * 10 ** zeros),
    );
    fc.assert(fc.property(whole, (value) => read(numberInWords(value)) === value));
  });

  it('never leave a reader with more than three digits in a row', () => {
    fc.assert(fc.property(fc.nat(), (value) => !/\d{4}/.test(numberInWords(value).split('.')[0] ?? '')));
  });
});

describe('words for counts of people', () => {
  const said = { unit: 'people', saidBy: 'company', asOf: '2018-11-30' } as const;

  it.each([
    [{ ...said, value: 1200 }, '1,200 people'],
    [{ ...said, max: 87_000_000 }, 'up to 87 million people'],
    [{ ...said, min: 500 }, 'at least 500 people'],
    [{ ...said, min: 500, max: 700 }, '500 to 700 people'],
    [{ ...said, value: 9, unit: 'accounts', of: 'in Atlantis' } as const, '9 accounts in Atlantis'],
    [{ ...said, value: 600_000, of: 'in the settlement class' }, '600,000 people in the settlement class'],
    [{ ...said, value: 9, of: 'whose cards were copied' }, '9 people whose cards were copied'],
    [{ ...said, value: 9, of: 'customers in Japan (about)' }, '9 people, customers in Japan (about)'],
    [{ ...said, value: 9, of: 'according to a complaint' }, '9 people, according to a complaint'],
    [{ ...said, value: 9, of: 'inactive customers' }, '9 people, inactive customers'],
  ])('say %j as “%s”', (people, words) => {
    expect(peopleInWords(people)).toBe(words);
  });

  it('name who states them and when', () => {
    expect(claimInWords({ ...said, value: 1 })).toBe('according to the company, 30 November 2018');
    expect(claimInWords({ ...said, saidBy: 'attacker', value: 1 })).toContain('unconfirmed');
  });
});

describe('words for money', () => {
  const fine = {
    amount: 746_000_000,
    currency: 'EUR',
    kind: 'fine',
    payer: 'x',
    payee: 'y',
    decided: '2021-07-16',
  } as const;

  it('name the one that a fine is against, and where an appeal stands', () => {
    expect(moneyInWords({ ...fine, appeal: 'dismissed' }, 'Examplia')).toBe(
      'fine of EUR 746 million on Examplia, 16 July 2021, appeal dismissed',
    );
  });

  it('name whose a settlement, a refund or a verdict is', () => {
    const said = (kind: 'settlement' | 'refund' | 'verdict') =>
      moneyInWords({ ...fine, kind, decided: '2021' }, 'Examplia');
    expect(said('settlement')).toBe('settlement of EUR 746 million by Examplia, 2021');
    expect(said('refund')).toBe('refund of EUR 746 million by Examplia, 2021');
    expect(said('verdict')).toBe('verdict of EUR 746 million against Examplia, 2021');
  });

  it('never say that it was paid: it may only be agreed', () => {
    for (const kind of Object.keys(MONEY_KINDS) as (keyof typeof MONEY_KINDS)[])
      expect(moneyInWords({ ...fine, kind }, 'Examplia')).not.toMatch(/\bpaid\b/);
  });

  it('end with the note, without its full stop', () => {
    expect(moneyInWords({ ...fine, note: 'Half of it is suspended.' }, 'Examplia')).toMatch(
      / \(Half of it is suspended\)$/,
    );
  });
});

describe('words for how the data left', () => {
  const giver = { company: 'a', role: 'discloser', did: 'Gave data to others.' } as const;
  const recipient = { company: 'b', role: 'recipient', did: 'Received the data.' } as const;
  const alleged = { alleged: true };
  const words = (status: Status, parties: Party[], own: number, exposure: Exposure = 'shared') =>
    exposureInWords({ exposure, status, parties }, parties[own] as Party);

  it('are as firm as a finding or the company’s own word', () => {
    for (const status of ['admitted', 'ruled', 'fined', 'found-by-regulator', 'settled'] as const)
      expect(words(status, [giver, recipient], 0)).toBe('shared on purpose');
  });

  it('say that it is said where nobody has established it', () => {
    for (const status of ['reported', 'disputed', 'alleged-in-court', 'overturned', 'withdrawn'] as const)
      expect(words(status, [giver, recipient], 0)).toBe('said to have been shared');
  });

  it('say so where the giver’s part is alleged, on every card', () => {
    const parties = [{ ...giver, ...alleged }, recipient];
    for (const status of ['settled-no-admission', 'settled'] as const) {
      expect(words(status, parties, 0)).toBe('said to have been shared');
      expect(words(status, parties, 1)).toBe('said to have been shared');
    }
    const collector = { company: 'a', role: 'collector', did: 'Collected data.', ...alleged } as const;
    expect(words('settled', [collector], 0, 'collected')).toMatch(/^said to have been collected/);
  });

  it('are no firmer than the “Alleged” beside them', () => {
    expect(words('admitted', [giver, { ...recipient, ...alleged }], 1)).toBe('said to have been shared');
    expect(words('admitted', [giver, { ...recipient, ...alleged }], 0)).toBe('shared on purpose');
    // What another giver is only said to have done takes nothing from what this one admitted.
    expect(words('admitted', [giver, { ...giver, company: 'c', ...alleged }], 0)).toBe('shared on purpose');
  });

  it('have a claim for each', () => {
    for (const exposure of Object.keys(EXPOSURES) as Exposure[])
      expect(CLAIMED_EXPOSURES[exposure]).toMatch(/^said to have been /);
  });
});

describe('words for lists and missing answers', () => {
  it.each([
    [[], ''],
    [['A'], 'A'],
    [['A', 'B'], 'A and B'],
    [['A', 'B', 'C'], 'A, B and C'],
    [['A', 'B', 'C', 'D', 'E'], 'A, B, C and 2 more'],
  ])('say %j as “%s”', (items, words) => {
    expect(listInWords(items)).toBe(words);
  });

  it('account for every item of a list', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('A', 'B', 'C')), fc.integer({ min: 1, max: 6 }), (items, most) => {
        const words = listInWords(items, most);
        const more = Number(/ (\d+) more$/.exec(words)?.[1] ?? 0);
        expect((words.match(/[ABC]/g) ?? []).length + more).toBe(items.length);
      }),
    );
  });

  it('count one thing in the singular and all else in the plural', () => {
    expect([0, 1, 2, 1000].map((count) => countOf(count, 'incident'))).toEqual([
      '0 incidents',
      '1 incident',
      '2 incidents',
      '1,000 incidents',
    ]);
    expect(countOf(2, 'company', 'companies')).toBe('2 companies');
  });

  it('say when an answer was searched for in vain', () => {
    expect(noResponseInWords({ noneFound: '2026-01-15' })).toBe('No response found (searched 15 January 2026)');
  });
});
