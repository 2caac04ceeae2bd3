import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findMentions, findMentionsOfPage } from '../../mentions/find-mentions';
import { foldText, isIgnorable, isWordUnit } from '../../mentions/fold';
import { packNames } from '../../mentions/pack-names';
import { companyNamed } from '../fixtures/records';
import { COMPANIES, mixed, NAMES } from './mixed-text';
import { proposed, surfaces } from './proposed';

const index = packNames(COMPANIES, 'v');

const spacer = fc.constantFrom(
  ' ',
  '\u00a0',
  '\n',
  '\t',
  '. ',
  ', ',
  ' (',
  ') ',
  ' “',
  '” ',
  '—',
  '…',
  ' / ',
  '•',
  '😀',
  '\u2028',
  '؟ ',
  '|',
);

describe('for every text', () => {
  it('what is proposed is a name, up to a plural s, in order and without overlap', () => {
    fc.assert(
      fc.property(mixed, (text) => {
        let end = 0;
        for (const { name, surface, start } of proposed(text, index)) {
          expect(start).toBeGreaterThanOrEqual(end);
          expect([foldText(name), `${foldText(name)}s`]).toContain(foldText(surface));
          end = start + surface.length;
        }
        expect(end).toBeLessThanOrEqual(text.length);
      }),
      { numRuns: 1000 },
    );
  });

  it('the mentions point at the text that they claim', () => {
    fc.assert(
      fc.property(fc.array(mixed, { maxLength: 4 }), (texts) => {
        const mentions = findMentionsOfPage(
          texts.map((text) => ({ text, isLink: false })),
          index,
        );
        expect(mentions).toHaveLength(texts.length);
        for (const [at, list] of mentions.entries())
          for (const { surface, start, end } of list) expect(texts[at]?.slice(start, end)).toBe(surface);
      }),
    );
  });

  it('no name begins or ends within a word of a spaced script', () => {
    const text = fc.string({ unit: fc.constantFrom(...'NetfloraPomeloUvx 1é-s\u00ad'), maxLength: 30 });
    fc.assert(
      fc.property(fc.tuple(text, fc.constantFrom(...NAMES.slice(0, 2)), text), (parts) => {
        const whole = parts.join('');
        for (const { surface, start } of proposed(whole, index)) {
          let before = start - 1;
          while (before >= 0 && isIgnorable(whole.charCodeAt(before))) before--;
          let after = start + surface.length;
          while (after < whole.length && isIgnorable(whole.charCodeAt(after))) after++;
          expect(before >= 0 && isWordUnit(whole.charCodeAt(before))).toBe(false);
          expect(after < whole.length && isWordUnit(whole.charCodeAt(after))).toBe(false);
        }
      }),
    );
  });
});

describe('every name', () => {
  it('is found between any two things that are no words', () => {
    fc.assert(
      fc.property(fc.constantFrom(...NAMES), spacer, spacer, (name, before, after) => {
        expect(surfaces(`It was${before}${name}${after}that did it`, index)).toEqual([name]);
      }),
    );
  });

  it('is found in capitals, with odd spaces, soft hyphens or decomposed accents', () => {
    const soft = (text: string) => [...text].join('\u00ad');
    const styles = [
      (text: string) => text.toUpperCase(),
      (text: string) => text.replaceAll(' ', '\u00a0'),
      (text: string) => text.replaceAll(' ', ' \n  '),
      soft,
      (text: string) => (/\p{Script=Katakana}/u.test(text) ? text : text.normalize('NFD')),
    ];
    fc.assert(
      fc.property(fc.constantFrom(...NAMES), fc.constantFrom(...styles), (name, style) => {
        expect(surfaces(`It was ${style(name)} that did it`, index)).toEqual([style(name)]);
      }),
    );
  });

  it('is found as long as it is, never as the beginning that another name is', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...NAMES), { minLength: 1, maxLength: 6 }), (names) => {
        expect(surfaces(names.join(' ; '), index)).toEqual(names);
      }),
    );
  });
});

describe('another company in the dataset', () => {
  it('changes no proposal of the others where its names are not in the text', () => {
    const strange = fc.stringMatching(/^[QJZ][qjz]{2,8}( [QJZ][qjz]{2,5})?$/);
    fc.assert(
      fc.property(mixed, fc.array(strange, { minLength: 1, maxLength: 40 }), (text, names) => {
        fc.pre(!/[qjzQJZｑｊｚＱＪＺ]/.test(text));
        const wider = packNames([companyNamed(names, { id: 'other' }), ...COMPANIES], 'v');
        expect(proposed(text, wider)).toEqual(proposed(text, index));
        expect(findMentions(text, wider)).toEqual(findMentions(text, index));
      }),
    );
  });
});
