import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkFiles } from '../../model/check';
import { COMPANY_RULES, INCIDENT_RULES, RENAMES_RULES, SHAPE_RULES } from '../../model/rules';
import { readDataFolder } from '../../tools/data-folder';
import { INVALID_FOLDER, overlaid, VALID_FOLDER } from '../fixtures/dataset';

const RULES = [...SHAPE_RULES, ...COMPANY_RULES, ...INCIDENT_RULES, ...RENAMES_RULES];
const ALL_IDS = RULES.map((rule) => rule.id);

describe('the rules of the dataset', () => {
  it('have different ids', () => {
    expect(new Set(ALL_IDS).size).toBe(ALL_IDS.length);
  });

  it('find nothing wrong with the valid dataset', () => {
    expect(checkFiles(overlaid()).problems).toEqual([]);
  });

  it('have one invalid dataset each, and no other one lies there', () => {
    expect(readdirSync(INVALID_FOLDER).sort()).toEqual([...ALL_IDS].sort());
  });

  it.each(ALL_IDS)('report %s, and nothing else, where it alone is broken', (id) => {
    const folder = join(INVALID_FOLDER, id);
    const { problems } = checkFiles(overlaid(folder));
    expect(problems.length).toBeGreaterThan(0);
    const broken = new Set(readDataFolder(folder).map((file) => file.path));
    expect(problems.some((problem) => broken.has(problem.file))).toBe(true);
    for (const problem of problems) {
      expect(problem.rule).toBe(id);
      expect(problem.severity).toBe(RULES.find((rule) => rule.id === id)?.severity);
      expect(existsSync(join(folder, problem.file)) || existsSync(join(VALID_FOLDER, problem.file))).toBe(true);
      expect(problem.message).not.toBe('');
      expect(problem.mend).toMatch(/^[A-Z].*\.$/);
      if (id !== 'json' && id !== 'file-place') expect(problem.field).not.toEqual([]);
    }
  });

  it.each([
    ['field-unknown', ['website']],
    ['field-missing', ['summary']],
    ['field-value', ['status']],
    ['company-parent-known', ['parent', 0, 'company']],
    ['company-name-repeated', ['names', 2, 'text']],
    ['dates-order', ['dates', 'disclosed']],
    ['people-in-order', ['people', 1, 'asOf']],
    ['response-present', ['parties', 2]],
    ['wording-guilty', ['parties', 0, 'did']],
    ['rename-target-known', ['example-book']],
  ])('lead to the very field: %s', (id, field) => {
    expect(checkFiles(overlaid(join(INVALID_FOLDER, id))).problems[0]?.field).toEqual(field);
  });
});
