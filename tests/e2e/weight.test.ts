/** What every page pays, in bytes: budgets that may only shrink. Times are no tests; see docs/bench.md. */
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, inject, test } from 'vitest';
import { allNames, lettersOf, type NamesIndex } from '../../mentions/names-index';

const built = fileURLToPath(
  new URL(`../../.output/${inject('browserKind') === 'firefox' ? 'firefox' : 'chrome'}-mv3/`, import.meta.url),
);

test('the content script weighs no more than before', () => {
  expect(statSync(join(built, 'content-scripts/footnotes.js')).size).toBeLessThan(44_500);
});

test('no code of the card is on the page', () => {
  const script = readFileSync(join(built, 'content-scripts/footnotes.js'), 'utf8');
  expect(script).not.toMatch(/No response found|__k\b|pf-incident-title/);
});

test('a name costs its letters and about eight bytes more', () => {
  const index = JSON.parse(readFileSync(join(built, 'dataset/names.json'), 'utf8')) as NamesIndex;
  const names = [...allNames(index)];
  const letters = names.reduce((sum, name) => sum + lettersOf(index, name).length, 0);
  const tables = [index.latin, index.other].flatMap(({ entries, filter, buckets }) => [entries, filter, buckets]);
  expect((tables.join('').length - letters) / names.length).toBeLessThan(8.5);
});
