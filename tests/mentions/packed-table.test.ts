import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countTexts, numberAt, packNumbers, packTexts, textAt } from '../../mentions/packed-table';

describe('a packed table', () => {
  it('gives back every number', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(2 ** 30 - 1)), (values) => {
        const packed = packNumbers(values);
        expect(values.map((_, at) => numberAt(packed, at))).toEqual(values);
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

  it('survives the way through JSON and UTF-8', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(2 ** 30 - 1)), (values) => {
        const packed = packNumbers(values);
        const bytes = new TextEncoder().encode(JSON.stringify(packed));
        expect(JSON.parse(new TextDecoder().decode(bytes))).toBe(packed);
      }),
    );
  });
});
