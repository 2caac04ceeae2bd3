import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countTexts, digitsFor, packNumber, packTexts, textAt, unpackNumber } from '../../mentions/packed-table';

describe('a packed table', () => {
  it('gives back every number', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(2 ** 30 - 1)), (values) => {
        const digits = digitsFor(Math.max(0, ...values));
        const packed = values.map((value) => packNumber(value, digits)).join('');
        expect(packed).toHaveLength(values.length * digits);
        expect(values.map((_, at) => unpackNumber(packed, at * digits, digits))).toEqual(values);
      }),
    );
  });

  it('gives back every text, empty ones and any characters included', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary', maxLength: 8 }), { maxLength: 12 }), (texts) => {
        const packed = packTexts(texts);
        expect(countTexts(packed)).toBe(texts.length);
        expect(texts.map((_, at) => textAt(packed, at))).toEqual(texts);
      }),
    );
  });

  it('is plain ASCII, and as long in JSON as it is', () => {
    const starts = packTexts(Array.from({ length: 700 }, (_, at) => 'x'.repeat(at % 9))).starts;
    expect(starts).toMatch(/^[0-o]*$/);
    expect(JSON.stringify(starts).replaceAll('\\\\', '\\')).toHaveLength(starts.length + 2);
  });
});
