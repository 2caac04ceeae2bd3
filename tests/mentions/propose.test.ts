import { describe, expect, it } from 'vitest';
import { packNames } from '../../mentions/pack-names';
import { companyNamed } from '../fixtures/records';
import { proposed, surfaces } from './proposed';

const companies = [
  companyNamed(['Netflora', 'Netflora, Inc.']),
  companyNamed(['Pomelo', 'Pomelo Music', 'Pomelo Music Plus', 'iPomelo']),
  companyNamed(['Uvor', 'UVX', 'X Corp', 'T-Uvor', 'H&N', '3N', 'Yahu!']),
  companyNamed(['Crédit Mutuelle', 'Škota', 'Łodzia', 'Ørsta']),
  companyNamed('McDougal’s'),
];
const index = packNames(companies, 'v');
const found = (text: string) => surfaces(text, index);

it('begins at no letter that ends a word after an apostrophe', () => {
  const banks = packNames([companyNamed(['S-Bank', 'T Connect'])], 'v');
  expect(surfaces("the company’s bank can't connect, S-Bank and S Bank can", banks)).toEqual(['S-Bank', 'S Bank']);
});

describe('a name in a text', () => {
  it.each([
    ['alone', 'Netflora', 'Netflora'],
    ['at the end of a sentence', 'It was Netflora.', 'Netflora'],
    ['in brackets and quotation marks', '(“Netflora”)', 'Netflora'],
    ['with a straight possessive', "Netflora's app", 'Netflora'],
    ['with a curly possessive', 'Netflora’s app', 'Netflora'],
    ['in a compound with a hyphen', 'a Netflora-owned studio', 'Netflora'],
    ['after a hyphen', 'non-Netflora films', 'Netflora'],
    ['after a non-breaking hyphen', 'non\u2011Netflora films', 'Netflora'],
    ['in the plural', 'two Netfloras', 'Netfloras'],
    ['in capitals', 'NETFLORA SUED', 'NETFLORA'],
    ['in small letters', 'on netflora tonight', 'netflora'],
    ['with soft hyphens', 'on Net\u00adflo\u00adra tonight', 'Net\u00adflo\u00adra'],
    ['with zero-width characters', 'on Net\u200bflo\u2060ra\ufeff tonight', 'Net\u200bflo\u2060ra'],
    ['in full-width letters', 'on Ｎｅｔｆｌｏｒａ tonight', 'Ｎｅｔｆｌｏｒａ'],
    ['beside a slash', 'Netflora/Others', 'Netflora'],
    ['after a hash', '#Netflora', 'Netflora'],
    ['before a trade mark sign', 'Netflora™ and', 'Netflora'],
    ['before a note’s number', 'Netflora² and', 'Netflora'],
    ['between dashes', 'it—Netflora—said', 'Netflora'],
    ['between line breaks', 'of\nNetflora\nin', 'Netflora'],
    ['after an emoji', '😀Netflora', 'Netflora'],
    ['after an emoji with a variation selector', 'watch ▶️Netflora', 'Netflora'],
    ['before an emoji', 'Netflora❤️', 'Netflora'],
    ['right after a lone surrogate', '\ud83dNetflora\ude00', 'Netflora'],
    ['among Arabic letter marks', '\u061cNetflora\u200f', 'Netflora'],
    ['at the start of a right-to-left run', 'شركة Netflora تقول', 'Netflora'],
  ])('is found %s', (_, text, surface) => {
    expect(found(text)).toEqual([surface]);
  });

  it.each([
    ['a longer word', 'Netflorable'],
    ['the end of a longer word', 'xNetflora'],
    ['a longer word with a soft hyphen', 'Netflora\u00adble'],
    ['a word with an accent', 'Netflorá\u0301ble'],
    ['a word with digits', 'Netflora2'],
    ['an identifier’s middle', 'aNetflora1'],
    ['a part of it', 'Netflor a'],
  ])('is not found in %s', (_, text) => {
    expect(found(text)).toEqual([]);
  });

  it.each([
    ['one space', 'Pomelo Music'],
    ['a non-breaking space', 'Pomelo\u00a0Music'],
    ['a narrow non-breaking space', 'Pomelo\u202fMusic'],
    ['a line break and indentation', 'Pomelo\r\n\t  Music'],
    ['a space and a zero-width one', 'Pomelo \u200bMusic'],
    ['an ideographic space', 'Pomelo\u3000Music'],
  ])('may have %s between its words', (_, text) => {
    expect(found(`the ${text} app`)).toEqual([text]);
  });

  it('of which the first word has one letter may have several spaces, too', () => {
    expect(found('at X Corp today')).toEqual(['X Corp']);
    expect(found('at X\n  Corp today')).toEqual(['X\n  Corp']);
  });

  it('is the longest that stands there', () => {
    expect(found('Pomelo Music Plus, Pomelo Music, Pomelo Musical')).toEqual([
      'Pomelo Music Plus',
      'Pomelo Music',
      'Pomelo',
    ]);
  });

  it('with punctuation of its own is found whole', () => {
    expect(found('Netflora, Inc. and H&N and T-Uvor and Yahu! today')).toEqual([
      'Netflora, Inc.',
      'H&N',
      'T-Uvor',
      'Yahu!',
    ]);
  });

  it('may be written with either apostrophe', () => {
    expect(found("McDougal's, McDougal’s, MCDOUGAL'S")).toEqual(["McDougal's", 'McDougal’s', "MCDOUGAL'S"]);
  });

  it('may be written with or without its accents, composed or not', () => {
    for (const text of [
      'Crédit Mutuelle',
      'Credit Mutuelle',
      'CRÉDIT MUTUELLE',
      'Cre\u0301dit Mutuelle',
      'S\u030ckota',
      'SKOTA',
      'Lodzia',
      'ØRSTA',
    ])
      expect(found(`of ${text} in`)).toEqual([text]);
  });

  it('takes its combining accents with it', () => {
    expect(found('at Netflora\u0301 now')).toEqual(['Netflora\u0301']);
  });
});

describe('the case of a name', () => {
  it('must be exact for an abbreviation', () => {
    expect(found('UVX, uvx, Uvx, H&N, h&n, 3N, 3n, ＵＶＸ')).toEqual(['UVX', 'H&N', '3N', 'ＵＶＸ']);
  });

  it('must begin with a capital for a short name', () => {
    expect(found('Uvor, UVOR, uvor')).toEqual(['Uvor', 'UVOR']);
  });

  it('is free for a long name', () => {
    expect(found('pomelo, POMELO, pOMELO, ipomelo')).toHaveLength(4);
  });
});

describe('several names', () => {
  it('are found in order, with the company of each', () => {
    expect(proposed('Uvor bought Netflora and Pomelo.', index).map(({ company, start }) => [company, start])).toEqual([
      ['uvor', 0],
      ['netflora', 12],
      ['pomelo', 25],
    ]);
  });

  it('are found without a space between them where a slash or comma stands', () => {
    expect(found('Uvor/Netflora,Pomelo')).toEqual(['Uvor', 'Netflora', 'Pomelo']);
  });
});
