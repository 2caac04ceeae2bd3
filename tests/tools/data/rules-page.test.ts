import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { RULE_GROUPS, ruleAddress, rulesPage } from '../../../tools/data/rules-page';
import { INVALID_FOLDER } from '../../fixtures/dataset';

const PAGE = readFileSync(fileURLToPath(new URL('../../../docs/rules.md', import.meta.url)), 'utf8');
const rules = RULE_GROUPS.flatMap((group) => group.rules);

describe('docs/rules.md', () => {
  it('is what `npm run data -- rules` writes', () => {
    expect(PAGE).toBe(rulesPage());
  });

  it('explains every rule that has an invalid fixture, and each once', () => {
    const headings = [...PAGE.matchAll(/^### (.+)$/gm)].map((match) => match[1]);
    expect(new Set(headings).size).toBe(headings.length);
    expect(headings).toEqual(expect.arrayContaining(readdirSync(INVALID_FOLDER)));
  });

  it.each(rules.map((rule) => [rule.id, rule] as const))('says of %s what holds and how to mend it', (id, rule) => {
    expect(rule.what).toMatch(/^[A-Z`].*\.$/s);
    expect(rule.mend).toMatch(/^[A-Z`].*\.$/s);
    expect(ruleAddress(id)).toBe(`docs/rules.md#${id}`);
  });
});
