/**
 * How characters compare: upper and lower case, accents, full-width forms, curly apostrophes and odd spaces are the
 * same to the scan. One UTF-16 unit folds to one unit, so that offsets stay those of the text.
 */

/** What the signs of their kinds fold to. */
export const APOSTROPHE = 0x27;
export const SPACE = 0x20;
export const HYPHEN = 0x2d;

/** Folded form of units below U+0180 (Latin, Latin-1, Latin Extended-A); 0 where it was not asked for yet: most pages ask for few. */
const LATIN = new Uint16Array(0x180);

function foldLatin(code: number): number {
  if (code <= SPACE || code === 0xa0 || code === 0x85) return SPACE;
  if (code === 0xb4 || code === 0x60) return APOSTROPHE;
  const lower = String.fromCharCode(code).toLowerCase();
  const bare = lower.normalize('NFD').charCodeAt(0);
  return bare === 0xf8 ? 0x6f : bare === 0x142 ? 0x6c : bare;
}

function foldedLatin(code: number): number {
  const known = LATIN[code] as number;
  if (known !== 0) return known;
  const folded = foldLatin(code);
  LATIN[code] = folded;
  return folded;
}

/** The unit that `code` compares as. */
export function fold(code: number): number {
  if (code < 0x180) return foldedLatin(code);
  if (code >= 0x2000 && code <= 0x206f) {
    if (code === 0x2018 || code === 0x2019 || code === 0x201b) return APOSTROPHE;
    if (code === 0x2010 || code === 0x2011) return HYPHEN;
    if (code <= 0x200a || code === 0x2028 || code === 0x2029 || code === 0x202f || code === 0x205f) return SPACE;
    return code;
  }
  if (code >= 0x370 && code <= 0x52f) return foldGreekOrCyrillic(code);
  if (code === 0x2bc || code === 0xff07) return APOSTROPHE;
  if (code === 0x3000) return SPACE;
  if (code >= 0xff01 && code <= 0xff5e) return foldedLatin(code - 0xfee0);
  return code;
}

function foldGreekOrCyrillic(code: number): number {
  if (code >= 0x410 && code <= 0x42f) return code + 0x20;
  if (code >= 0x400 && code <= 0x40f) return code + 0x50;
  if (code >= 0x391 && code <= 0x3a9) return code + 0x20;
  return code;
}

/** Characters that a name may hide in itself without changing: soft hyphen, zero-width characters, combining accents, variation selectors. */
export function isIgnorable(code: number): boolean {
  return (
    code === 0xad ||
    (code >= 0x300 && code <= 0x36f) ||
    (code >= 0x200b && code <= 0x200f) ||
    (code >= 0x2060 && code <= 0x2064) ||
    (code >= 0xfe00 && code <= 0xfe0f) ||
    code === 0xfeff
  );
}

/** 1 for ASCII letters and digits. */
export const ASCII_WORD = new Uint8Array(128).fill(1, 0x30, 0x3a).fill(1, 0x41, 0x5b).fill(1, 0x61, 0x7b);
const OTHER_WORD = /[\p{L}\p{N}\p{M}]/u;

/** True for letters and digits of any script. Halves of surrogate pairs count as no word. */
export function isWordUnit(code: number): boolean {
  if (code < 128) return ASCII_WORD[code] === 1;
  if (code < 0xc0) return code === 0xaa || code === 0xb5 || code === 0xba;
  if (code < 0x250) return code !== 0xd7 && code !== 0xf7;
  // Modifier letters that are written for apostrophes: Netflixʼs.
  if (code === 0x2bb || code === 0x2bc) return false;
  if (code >= 0x2000 && code <= 0x2bff) return false;
  if (code >= 0xd800 && code <= 0xdfff) return false;
  return OTHER_WORD.test(String.fromCharCode(code));
}

/** True for scripts that write words without spaces between them (Han, kana, Hangul, Thai). */
export function isUnspacedScript(code: number): boolean {
  return (
    (code >= 0x3040 && code <= 0x30ff) ||
    (code >= 0x3400 && code <= 0x9fff) ||
    (code >= 0xac00 && code <= 0xd7af) ||
    (code >= 0xe00 && code <= 0xe7f) ||
    (code >= 0xff66 && code <= 0xff9f)
  );
}

/** True for katakana, whose words do have an edge: アップル is not a part of アップルパイ. */
export function isKatakana(code: number): boolean {
  return code >= 0x30a1 && code <= 0x30fc;
}

/** True where the unit is an upper-case letter. */
export function isUpper(code: number): boolean {
  if (code < 128) return code >= 65 && code <= 90;
  const character = String.fromCharCode(code);
  return character !== character.toLowerCase();
}

/** True where the unit is a lower-case letter. */
export function isLower(code: number): boolean {
  if (code < 128) return code >= 97 && code <= 122;
  const character = String.fromCharCode(code);
  return character !== character.toUpperCase();
}

/** A whole text folded, with runs of spaces made one and ignorable characters left out: how names are kept in the index. */
export function foldText(text: string): string {
  let folded = '';
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (isIgnorable(code)) continue;
    const unit = fold(code);
    if (unit === SPACE && (folded === '' || folded.endsWith(' '))) continue;
    folded += String.fromCharCode(unit);
  }
  return folded.trimEnd();
}
