/**
 * Whole numbers and texts packed into strings, read in place: such a table travels through `storage.local` and messages
 * as it is, and the page reads it without building anything. Numbers are digits of base 64 that JSON writes as they are and
 * engines keep in one byte.
 */

/** The digits are the 64 characters from `0` to `o`. */
export const FIRST_DIGIT = 0x30;
const DIGIT_BITS = 6;
const DIGIT_MASK = (1 << DIGIT_BITS) - 1;

/** Digits that numbers up to `most` need. */
export function digitsFor(most: number): number {
  let digits = 1;
  for (let limit = 64; most >= limit; limit *= 64) digits++;
  return digits;
}

/** The least power of two that is at least `least`. */
export const powerOf2 = (least: number): number => 2 ** Math.ceil(Math.log2(Math.max(1, least)));

/** Which of some digits, a power of two of them, a hash chooses. */
export const digitOf = (hash: number, digits: number): number => hash & (digits - 1);

/** Packs bits, six to a digit. */
export const packBits = (digits: Uint8Array): string => Array.from(digits, (bits) => packNumber(bits, 1)).join('');

/** Packs one whole number from 0 to 64^`digits` - 1 (at most five digits, 2^30 - 1). */
export function packNumber(value: number, digits: number): string {
  let packed = '';
  for (let shift = (digits - 1) * DIGIT_BITS; shift >= 0; shift -= DIGIT_BITS)
    packed += String.fromCharCode(FIRST_DIGIT + ((value >> shift) & DIGIT_MASK));
  return packed;
}

/** The number that stands in `packed` at the unit `at`. */
export function unpackNumber(packed: string, at: number, digits: number): number {
  let value = 0;
  for (let k = 0; k < digits; k++) value = (value << DIGIT_BITS) | (packed.charCodeAt(at + k) - FIRST_DIGIT);
  return value;
}

/** Texts one after the other, and where each begins; `starts` holds one number more than there are texts. */
export interface PackedTexts {
  text: string;
  starts: string;
  /** Digits of a number of `starts`. */
  digits: number;
}

export function packTexts(texts: readonly string[]): PackedTexts {
  const text = texts.join('');
  const digits = digitsFor(text.length);
  let starts = packNumber(0, digits);
  let at = 0;
  for (const item of texts) {
    at += item.length;
    starts += packNumber(at, digits);
  }
  return { text, starts, digits };
}

/** Where the text `index` begins. */
export const startOf = (packed: PackedTexts, index: number): number =>
  unpackNumber(packed.starts, index * packed.digits, packed.digits);

export function textAt(packed: PackedTexts, index: number): string {
  return packed.text.slice(startOf(packed, index), startOf(packed, index + 1));
}

/** How many texts there are. */
export function countTexts(packed: PackedTexts): number {
  return packed.starts.length / packed.digits - 1;
}
