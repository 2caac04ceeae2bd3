/** What every page pays, in bytes: budgets that may only shrink. Times are no tests; see docs/bench.md. */
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, inject, test } from 'vitest';
import type { NamesFilter } from '../../mentions/names-filter';
import { allNames, type NamesIndex } from '../../mentions/names-index';

const built = fileURLToPath(
  new URL(`../../.output/${inject('browserKind') === 'firefox' ? 'firefox' : 'chrome'}-mv3/`, import.meta.url),
);

test('the content script weighs no more than before', () => {
  expect(statSync(join(built, 'content-scripts/footnotes.js')).size).toBeLessThan(40_000);
});

test('no code of the card is on the page', () => {
  const script = readFileSync(join(built, 'content-scripts/footnotes.js'), 'utf8');
  expect(script).not.toMatch(/No response found|__k\b|pf-incident-title/);
});

test('a name costs a page at most 12 bytes, and has at least 6', () => {
  const read = <T>(file: string) => JSON.parse(readFileSync(join(built, 'dataset', file), 'utf8')) as T;
  const { beginnings, names } = read<NamesFilter>('filter.json');
  const bytes = (beginnings + names).length / [...allNames(read<NamesIndex>('names.json'))].length;
  expect(bytes).toBeLessThanOrEqual(12.5);
  // Fewer, and pages would ask about every other word.
  expect(bytes).toBeGreaterThan(6);
});
