import { describe, expect, it } from 'vitest';
import type { Incident } from '../../model/incident';
import type { Records } from '../../model/rule';
import { sharedRun, WORDING_RULES } from '../../model/wording-rules';
import { incidentBetween } from '../fixtures/records';

function broken(rest: Partial<Incident>): string[] {
  const incident = incidentBetween(['examplia', 'pomelo'], rest);
  return WORDING_RULES.filter((rule) => [...rule.check(incident, {} as Records, '')].length > 0).map((rule) => rule.id);
}

describe('the rules of wording', () => {
  it.each([
    'One company gave data to others',
    'Data of users may have been taken',
    'Regulator fined a company over leaks and shares of data',
    'A company agreed to fines of EUR 3 million',
  ])('take “%s” for past tense', (title) => {
    expect(broken({ title })).toEqual([]);
  });

  it.each(['Company says that data leaked', 'Users have lost their data', 'Regulator investigates a company'])(
    'take “%s” for present tense',
    (title) => {
      expect(broken({ title })).toEqual(['wording-past-tense']);
    },
  );

  it.each([
    ['According to the regulator, data of many users had been copied.', []],
    ['Documents show that one company passed on its users’ data.', []],
    ['Outsiders copied names and addresses of many users in May.', ['wording-speaker']],
  ])('know whether “%s” tells who says so', (summary, expected) => {
    expect(broken({ summary })).toEqual(expected);
  });

  it.each([
    ['It said “we take this very seriously indeed” and left.', ['wording-copied']],
    ['It said that the “View As” tool had a fault.', []],
  ])('know a long quotation: %s', (summary, expected) => {
    expect(broken({ summary })).toEqual(expected);
  });

  it('know a run of words out of a source’s title, whatever its case and punctuation', () => {
    const title = 'The Firm Gave 40 Partners Access to Its Users’ Data';
    expect(sharedRun('It said the firm gave 40 partners access to data.', title)).toBe(
      'the firm gave 40 partners access to',
    );
    expect(sharedRun('It said that 40 partners had access.', title)).toBeUndefined();
  });
});
