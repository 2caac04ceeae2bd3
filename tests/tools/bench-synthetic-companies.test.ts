import { expect, test } from 'vitest';
import { randomFrom } from '../../tools/bench/random';
import { companiesWithNames } from '../../tools/bench/synthetic-companies';

const textsOf = (count: number) => companiesWithNames(count, []).flatMap(({ names }) => names.map(({ text }) => text));

test('chance comes out the same for a seed', () => {
  const [one, two] = [randomFrom(3), randomFrom(3)];
  expect([one(), one(), one()]).toEqual([two(), two(), two()]);
});

test('made-up names are as many as asked for, no two the same, and the same each time', () => {
  const names = textsOf(6000);
  expect(names).toHaveLength(6000);
  expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(6000);
  expect(textsOf(6000)).toEqual(names);
});

test('a larger index holds the smaller one', () => {
  expect(textsOf(3000).slice(0, 1500)).toEqual(textsOf(1500));
});
