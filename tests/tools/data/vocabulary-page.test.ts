import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import * as vocabulary from '../../../model/vocabulary';
import { CLOSED_LISTS } from '../../../model/vocabulary-meanings';
import { vocabularyPage } from '../../../tools/data/vocabulary-page';

it('docs/vocabulary.md is what `npm run data -- vocabulary` writes', () => {
  expect(readFileSync(fileURLToPath(new URL('../../../docs/vocabulary.md', import.meta.url)), 'utf8')).toBe(
    vocabularyPage(),
  );
});

it('every closed list stands there, with a meaning of its own for each word', () => {
  const lists = Object.values(vocabulary).filter(
    (list) => !Array.isArray(list) && list !== vocabulary.CLAIMED_EXPOSURES,
  );
  expect(CLOSED_LISTS.map(({ words }) => words)).toEqual(expect.arrayContaining(lists));
  for (const { field, words, meanings } of CLOSED_LISTS) {
    expect(Object.keys(meanings), field).toEqual(Object.keys(words));
    expect(new Set(Object.values(meanings)).size, field).toBe(Object.keys(words).length);
    for (const meaning of Object.values(meanings)) expect(meaning).toMatch(/^[A-Z][^|]*[^.]$/);
  }
});
