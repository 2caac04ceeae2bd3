import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldText } from '../../mentions/fold';
import {
  allNames,
  CASE_ANY,
  CASE_CAPITAL,
  CASE_EXACT,
  companyIdAt,
  companyOfHost,
  contextOf,
  lettersOf,
  type NamesIndex,
  ownerOf,
} from '../../mentions/names-index';
import { caseRule, packNames } from '../../mentions/pack-names';
import { packedFixture } from '../fixtures/dataset';
import { companyNamed } from '../fixtures/records';
import { surfaces } from './proposed';

const index = packNames(packedFixture().dataset.companies, 'v');
const lettersIn = (names: NamesIndex) => [...allNames(names)].map((name) => lettersOf(names, name));

describe('the names index', () => {
  it('survives the way through JSON', () => {
    expect(JSON.parse(JSON.stringify(index))).toEqual(index);
  });

  it('holds every name that is borne now', () => {
    expect(lettersIn(index)).toHaveLength(10);
  });

  it('leaves out a name that has ended', () => {
    const former = packNames([companyNamed(['Examplia', { text: 'Pictora', to: '2016' }])], 'v');
    expect(surfaces('Examplia and Pictora', former)).toEqual(['Examplia']);
  });

  it('gives a name that two companies bear to the first', () => {
    const twice = packNames([companyNamed('Examplia'), companyNamed(['Other', 'EXAMPLIA'])], 'v');
    expect(lettersIn(twice).sort()).toEqual(['examplia', 'other']);
  });

  it('keeps the words for and against an ambiguous name, folded', () => {
    const one = packNames(
      [companyNamed({ text: 'Pomelo', ambiguous: { for: ['App Store', 'Zürich'], against: ['juice'] } })],
      'v',
    );
    expect(contextOf(one, 0)).toEqual({ for: ['app store', 'zurich'], against: ['juice'], usual: false });
  });
  it('leads from every name back to its company, however many there are and in whatever script', () => {
    const letters = fc.stringMatching(/^[a-zß0-9][a-zé0-9 .&'’-]{0,12}$|^[ァ-ヶ一-龠а-я]{1,8}$/);
    fc.assert(
      fc.property(fc.uniqueArray(letters, { maxLength: 90, selector: foldText }), (texts) => {
        const companies = texts.map((text, at) => companyNamed([text], { id: `c${at}` }));
        const names = packNames(companies, 'v');
        const owners = [...allNames(names)].map((name) => companyIdAt(names, ownerOf(names, name)));
        expect([...new Set(owners)].sort()).toEqual(
          companies
            .filter(({ names: [name] }) => name)
            .map(({ id }) => id)
            .sort(),
        );
        for (const text of lettersIn(names)) expect(surfaces(`(${text})`, names)).toContain(text.trim());
      }),
    );
  });

  it('keeps a name of Latin letters in about one byte a letter and four more', () => {
    const many = packNames(
      Array.from({ length: 3000 }, (_, at) =>
        companyNamed([`Name${at.toString(36)}x`, `Other ${at}`], { id: `c${at}` }),
      ),
      'v',
    );
    const { entries, buckets } = many.latin;
    const letters = lettersIn(many).reduce((sum, text) => sum + text.length, 0);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: whether every unit fits into one byte
    expect(/^[\x00-\xff]*$/.test(entries + buckets)).toBe(true);
    expect((entries.length + buckets.length - letters) / 6000).toBeLessThan(6);
  });

  it('is packed from no company at all', () => {
    expect(surfaces('Examplia', packNames([], 'v'))).toEqual([]);
  });

  it('knows whose site a host is', () => {
    const idOf = (host: string) => {
      const company = companyOfHost(index, host);
      return company < 0 ? undefined : companyIdAt(index, company);
    };
    expect(idOf('examplia.example')).toBe('examplia');
    expect(idOf('WWW.Streamora.TEST')).toBe('streamora');
    expect(idOf('help.pomelo.example')).toBe('pomelo');
    expect([idOf('example'), idOf('notpomelo.example'), idOf('pomelo.example.net'), idOf('')]).toEqual(
      Array(4).fill(undefined),
    );
  });

  it('answers for any host', () => {
    fc.assert(fc.property(fc.string(), (host) => companyOfHost(index, host) >= -1));
  });
});

describe('the case rule of a name', () => {
  it.each([
    ['IBM', CASE_EXACT],
    ['H&M', CASE_EXACT],
    ['3M', CASE_EXACT],
    ['Uber', CASE_CAPITAL],
    ['Examplia', CASE_ANY],
    ['iPhone', CASE_ANY],
    ['23andMe', CASE_ANY],
    ['NVIDIA', CASE_ANY],
    ['楽天', CASE_CAPITAL],
  ])('of %s is %d', (text, rule) => {
    expect(caseRule({ text, kind: 'name' })).toBe(rule);
  });

  it('asks for the capital of an ambiguous name, and for the very letters of one that begins small', () => {
    const ambiguous = { for: ['app'], against: ['fruit'] };
    expect(caseRule({ text: 'Pomelo', kind: 'name', ambiguous })).toBe(CASE_CAPITAL);
    expect(caseRule({ text: 'pomelo', kind: 'name', ambiguous })).toBe(CASE_EXACT);
    expect(caseRule({ text: 'Pomelo', kind: 'short' })).toBe(CASE_CAPITAL);
  });
});
