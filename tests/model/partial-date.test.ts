import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { firstDay, fullDateSchema, isPartialDate, lastDay, partialDateSchema } from '../../model/partial-date';

/** Real days, as precise as `precision` units of text: 4, 7 or 10. */
const day = fc
  .date({ min: new Date('0100-01-01T00:00:00Z'), max: new Date('9999-12-31T00:00:00Z'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const date = fc.tuple(day, fc.constantFrom(4, 7, 10)).map(([text, precision]) => text.slice(0, precision));

describe('a partial date', () => {
  it('may be any real year, month or day', () => {
    fc.assert(fc.property(date, (text) => isPartialDate(text) && partialDateSchema.safeParse(text).success));
  });

  it.each([
    '',
    '18',
    '2018-1',
    '2018-13',
    '2018-00',
    '2018-02-29',
    '2018-04-31',
    '2018-12-18T00:00',
    '2018/12',
    ' 2018',
    '2018 ',
    '٢٠١٨',
  ])('may not be “%s”', (text) => {
    expect(isPartialDate(text)).toBe(false);
  });

  it('is never taken from other text', () => {
    const text = fc.oneof(fc.string(), fc.stringMatching(/^[\d-]{0,12}$/));
    fc.assert(fc.property(text, (other) => !isPartialDate(other) || /^\d{4}(-[01]\d(-[0-3]\d)?)?$/.test(other)));
  });

  it('spans from a first to a last day, both real and within it', () => {
    fc.assert(
      fc.property(date, (text) => {
        expect(fullDateSchema.safeParse(firstDay(text)).success).toBe(true);
        expect(fullDateSchema.safeParse(lastDay(text)).success).toBe(true);
        expect(firstDay(text).startsWith(text)).toBe(true);
        expect(lastDay(text).startsWith(text)).toBe(true);
        expect(firstDay(text) <= lastDay(text)).toBe(true);
      }),
    );
  });

  it('of a day spans that day only', () => {
    fc.assert(fc.property(day, (text) => firstDay(text) === text && lastDay(text) === text));
  });

  it('ends a month on its real last day', () => {
    expect(['2020-02', '2019-02', '2019-04', '2019-12', '2019'].map(lastDay)).toEqual([
      '2020-02-29',
      '2019-02-28',
      '2019-04-30',
      '2019-12-31',
      '2019-12-31',
    ]);
  });

  it('is no full date where it lacks the day', () => {
    expect(fullDateSchema.safeParse('2018-12').success).toBe(false);
  });
});
