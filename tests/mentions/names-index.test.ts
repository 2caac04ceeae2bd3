import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  CASE_ANY,
  CASE_CAPITAL,
  CASE_EXACT,
  caseRule,
  companyIdAt,
  companyOfHost,
  contextOf,
  isNamesIndex,
  packNames,
} from '../../mentions/names-index';
import { countTexts } from '../../mentions/packed-table';
import { packedFixture } from '../fixtures/dataset';
import { companyNamed } from '../fixtures/records';
import { surfaces } from './proposed';

const index = packNames(packedFixture().dataset.companies, 'v');

describe('the names index', () => {
  it('survives the way through JSON', () => {
    const copy = JSON.parse(JSON.stringify(index));
    expect(copy).toEqual(index);
    expect(isNamesIndex(copy)).toBe(true);
  });

  it('holds every name that is borne now', () => {
    expect(countTexts(index.names)).toBe(10);
  });

  it('leaves out a name that has ended', () => {
    const former = packNames([companyNamed(['Examplia', { text: 'Pictora', to: '2016' }])], 'v');
    expect(surfaces('Examplia and Pictora', former)).toEqual(['Examplia']);
  });

  it('gives a name that two companies bear to the first', () => {
    const twice = packNames([companyNamed('Examplia'), companyNamed(['Other', 'EXAMPLIA'])], 'v');
    expect(countTexts(twice.names)).toBe(2);
  });

  it('keeps the words for and against an ambiguous name, folded', () => {
    const one = packNames(
      [companyNamed({ text: 'Pomelo', ambiguous: { for: ['App Store', 'Zürich'], against: ['juice'] } })],
      'v',
    );
    expect(contextOf(one, 0)).toEqual({ for: ['app store', 'zurich'], against: ['juice'], usual: false });
  });

  it.each([null, undefined, 7, 'x', {}, [], { layout: 1 }, { ...index, layout: 0 }, { ...index, heads: 1 }])(
    'is not taken from %j',
    (value) => {
      expect(isNamesIndex(value)).toBe(false);
    },
  );

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
