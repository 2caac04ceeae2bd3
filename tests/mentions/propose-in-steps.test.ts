import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type Proposal, propose, proposeInSteps } from '../../mentions/propose';
import { packFolder } from '../../tools/dataset';

const { names } = packFolder();
const words = fc.constantFrom(
  'Netflix',
  'Royal Bank of Canada',
  'Apple',
  'apples',
  'the',
  ' ',
  ', ',
  '’s ',
  '\n',
  'é',
  '在',
  '🍏',
);

it('finds the same in steps of any length', () => {
  fc.assert(
    fc.property(fc.array(words, { maxLength: 80 }), fc.integer({ min: 1, max: 40 }), (parts, step) => {
      const text = parts.join('');
      const stepped: Proposal[] = [];
      for (const _ of proposeInSteps(text, names, stepped, step));
      expect(stepped).toEqual(propose(text, names));
    }),
  );
});

it('gives way in between', () => {
  const steps = [...proposeInSteps('Netflix and nothing else. '.repeat(100), names, [], 100)];
  expect(steps.length).toBeGreaterThan(20);
});
