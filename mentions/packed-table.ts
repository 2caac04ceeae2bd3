/**
 * Whole numbers and texts packed into strings, read in place: such a table travels through `storage.local` and messages
 * as it is, and the page reads it without building anything.
 */

/** Numbers are written to base 2^15, so that no unit is half of a surrogate pair. */
const BASE_BITS = 15;
const BASE_MASK = (1 << BASE_BITS) - 1;

/** Packs whole numbers from 0 to 2^30 - 1, two units each. */
export function packNumbers(values: readonly number[]): string {
  let packed = '';
  for (const value of values) packed += String.fromCharCode(value >> BASE_BITS, value & BASE_MASK);
  return packed;
}

/** The number at `index` of what {@link packNumbers} packed. */
export function numberAt(packed: string, index: number): number {
  return (packed.charCodeAt(2 * index) << BASE_BITS) | packed.charCodeAt(2 * index + 1);
}

/** Texts one after the other, and where each begins; `starts` holds one number more than there are texts. */
export interface PackedTexts {
  text: string;
  starts: string;
}

export function packTexts(texts: readonly string[]): PackedTexts {
  const starts = [0];
  let text = '';
  for (const item of texts) {
    text += item;
    starts.push(text.length);
  }
  return { text, starts: packNumbers(starts) };
}

export function textAt(packed: PackedTexts, index: number): string {
  return packed.text.slice(numberAt(packed.starts, index), numberAt(packed.starts, index + 1));
}

/** How many texts there are. */
export function countTexts(packed: PackedTexts): number {
  return packed.starts.length / 2 - 1;
}
