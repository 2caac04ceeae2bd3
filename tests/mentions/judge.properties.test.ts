import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findMentions } from '../../mentions/find-mentions';
import { packNames } from '../../mentions/pack-names';
import { propose } from '../../mentions/propose';
import { weigh } from '../../mentions/weigh';
import { packFolder } from '../../tools/dataset';
import { companyNamed } from '../fixtures/records';
import { labelledPassages } from './labelled-passages';

const texts = labelledPassages();
const { dataset, names: index } = packFolder();
const passage = fc.constantFrom(...texts);
/** Every eighth: what holds for them holds for all. */
const some = texts.filter((_, at) => at % 8 === 0);

describe('the judge', () => {
  it('decides the same whatever companies are added that the text does not name', () => {
    const strangers = ['Qzjx', 'Zjqq Holdings', 'Xqzz Bank'].map((name, at) =>
      companyNamed([name], { id: `other-${at}` }),
    );
    const wider = packNames([...strangers, ...dataset.companies], 'v');
    for (const text of some) expect(findMentions(text, wider)).toEqual(findMentions(text, index));
  });

  // What lies farther than a block away is not looked at: the work on a mention has a bound, on a page it grows with the mentions.
  it('weighs a mention by what stands near it, however long the text is', () => {
    const far = 1000;
    const filler = fc
      .constantFrom('word ', 'Wort und ', '。', 'a. ')
      .map((unit) => unit.repeat(Math.ceil(far / unit.length)));
    const alone = (text: string, from: number, to: number) =>
      weigh(text, propose(text, index), index)
        .filter(({ start, end }) => start >= from && end <= to)
        .map(({ company, score, cues, start }) => ({ company, score, cues, start: start - from }));
    fc.assert(
      fc.property(passage, filler, filler, (text, before, after) => {
        const near = `${'word '.repeat(200)}\n\n${text}\n\n${'word '.repeat(200)}`;
        const wide = `${before}${near}${after}`;
        const at = near.indexOf(text);
        expect(alone(wide, before.length + at, before.length + at + text.length)).toEqual(
          alone(near, at, at + text.length),
        );
      }),
      { numRuns: 60 },
    );
  });

  it('takes any text: nothing throws, and every mention is what the text says', () => {
    const pieces = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 40 }),
      passage,
      fc.constantFrom('Apple', '苹果', 'ネットフリックス', '\ud800', '\u0000', '@', '.com/', '’s', '\n'),
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 8 }), (parts) => {
        const text = parts.join('');
        for (const { surface, start, end } of findMentions(text, index)) expect(text.slice(start, end)).toBe(surface);
      }),
      { numRuns: 100 },
    );
  });
});
