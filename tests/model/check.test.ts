import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkFiles } from '../../model/check';
import { INVALID_FOLDER, overlaid } from '../fixtures/dataset';

const FINE = 'incidents/2020/examplia-fine-2020.json';

/** The problems after a change to one record of the valid dataset. */
function problemsAfter(path: string, change: (record: Record<string, unknown>) => void) {
  const files = overlaid().map((file) => {
    if (file.path !== path) return file;
    const record = JSON.parse(file.text) as Record<string, unknown>;
    change(record);
    return { path, text: JSON.stringify(record) };
  });
  return checkFiles(files).problems;
}

describe('checking the files of the dataset', () => {
  it('reports the problems of all broken files at once', () => {
    const rules = ['field-missing', 'company-sector-known', 'retired-replacement-known', 'rename-target-known'];

    const { problems } = checkFiles(overlaid(...rules.map((rule) => join(INVALID_FOLDER, rule))));
    expect(new Set(problems.map((problem) => problem.rule))).toEqual(new Set(rules));
    expect(new Set(problems.map((problem) => problem.file)).size).toBe(4);
  });

  it('reports every wrong field of one file', () => {
    const problems = problemsAfter(FINE, (record) => {
      delete record.title;
      record.colour = 'red';
      record.checked = { by: 'A maintainer', date: '2026-13-01', against: ['x'.repeat(3)] };
    });
    expect(problems.map(({ rule, field }) => [rule, field.join('/')]).sort()).toEqual([
      ['field-missing', 'title'],
      ['field-unknown', 'colour'],
      ['field-value', 'checked/date'],
    ]);
  });

  it('does not report references to a company whose file cannot be read', () => {
    const { problems } = checkFiles(overlaid(join(INVALID_FOLDER, 'json')));
    expect(problems.map((problem) => problem.file)).toEqual(['companies/pomelo.json']);
  });

  it.each(['status', 'exposure', 'id', 'dates', 'sources', 'people'])('says that %s is missing where it is', (key) => {
    const problems = problemsAfter(FINE, (record) => delete record[key]);
    expect(problems.map(({ rule, field }) => [rule, field])).toEqual([['field-missing', [key]]]);
  });

  it('says which words a closed list allows', () => {
    const [problem] = problemsAfter(FINE, (record) => {
      record.exposure = 'lent';
    });
    expect(problem?.mend).toContain('shared, sold, accessed');
  });

  it('says to which id a company was renamed', () => {
    const [problem] = problemsAfter(FINE, (record) => {
      record.parties = [
        ...(record.parties as object[]),
        { company: 'example-book', role: 'vendor', did: 'Sold a part.' },
      ];
    });
    expect(problem?.message).toContain('renamed to “examplia”');
  });

  it('sorts the problems by file', () => {
    const { problems } = checkFiles(
      overlaid(...['json', 'field-value'].map((rule) => join(INVALID_FOLDER, rule))).reverse(),
    );
    const files = problems.map((problem) => problem.file);
    expect(files).toEqual([...files].sort());
  });

  it('never throws, whatever the files hold', () => {
    const paths = ['companies/a.json', 'incidents/2020/a.json', 'renames.json', 'vocabulary/sectors.json', 'a.json'];
    const file = fc.record({ path: fc.constantFrom(...paths), text: fc.oneof(fc.string(), fc.json()) });
    fc.assert(
      fc.property(fc.array(file, { maxLength: 5 }), (files) => {
        for (const problem of checkFiles(files).problems) expect(problem.mend).not.toBe('');
      }),
    );
  });
});
