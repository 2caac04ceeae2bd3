import { cpSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type CheckOptions, runCheck } from '../../../tools/data/check';
import { forCi, lineOf, placeProblem, pointerOf } from '../../../tools/data/problem-output';
import { INVALID_FOLDER } from '../../fixtures/dataset';
import { change, datasetFolder, datasetRepository } from '../../support/datasets';

async function check(options: CheckOptions) {
  const lines: string[] = [];
  const code = await runCheck(options, (line) => lines.push(line));
  return { code, output: lines.join('\n') };
}

/** The dataset with an error in one file and a warning in another. */
function brokenFolder(): string {
  const folder = datasetFolder();
  for (const rule of ['company-sector-known', 'wording-superlative'])
    cpSync(join(INVALID_FOLDER, rule), folder, { recursive: true });
  return folder;
}

describe('the output of data check', () => {
  it('gives people place, line, pointer, rule, what to do and where to read more', async () => {
    const { code, output } = await check({ folder: brokenFolder() });
    expect(code).toBe(1);
    expect(output).toMatch(/companies\/pomelo\.json:\d+ {2}error \[company-sector-known\]\n {2}\/sector: /);
    expect(output).toContain('→ Use an id of data/vocabulary/sectors.json.');
    expect(output).toContain('(docs/rules.md#company-sector-known)');
    expect(output).toMatch(/: 1 error, 1 warning$/);
  });

  it('gives GitHub annotations', async () => {
    const { output } = await check({ folder: brokenFolder(), format: 'ci' });
    expect(output).toMatch(
      /^::error file=\S+\.json,line=\d+,title=company-sector-known::\/sector: .*%0A.*rules\.md#company-sector-known\)$/m,
    );
    expect(output).toMatch(/^::warning file=.*title=wording-superlative::/m);
  });

  it('gives programs one JSON object', async () => {
    const { code, output } = await check({ folder: brokenFolder(), format: 'json' });
    const report = JSON.parse(output);
    expect(code).toBe(1);
    expect(report).toMatchObject({ companies: 4, errors: 1, warnings: 1, hidden: 0 });
    expect(report.problems.find((problem: { severity: string }) => problem.severity === 'error')).toMatchObject({
      rule: 'company-sector-known',
      pointer: '/sector',
      line: expect.any(Number),
      docs: 'docs/rules.md#company-sector-known',
    });
  });

  it('shows only files that differ from the main branch, and says how many problems it hides', async () => {
    const { data, git } = datasetRepository();
    cpSync(join(INVALID_FOLDER, 'status-supported'), data, { recursive: true });
    git('add', '.');
    git('commit', '--quiet', '--message=An error on main');
    expect((await check({ folder: data, changed: true })).code).toBe(0);
    cpSync(join(INVALID_FOLDER, 'company-sector-known'), data, { recursive: true });
    const { code, output } = await check({ folder: data, changed: true });
    expect(code).toBe(1);
    expect(output).toContain('[company-sector-known]');
    expect(output).not.toContain('[status-supported]');
    expect(output).toContain('1 problem of other files not shown.');
  });

  it('keeps the place in files whose JSON is broken', async () => {
    const folder = datasetFolder();
    writeFileSync(join(folder, 'companies/pomelo.json'), '{\n  "id": "pomelo",\n  oops\n}');
    const { output } = await check({ folder });
    expect(output).toContain('companies/pomelo.json:1  error [json]');
  });

  it('writes pointers as RFC 6901 does', () => {
    expect(pointerOf(['sources', 0, 'url'])).toBe('/sources/0/url');
    expect(pointerOf(['a/b', 'c~d'])).toBe('/a~1b/c~0d');
    expect(pointerOf([])).toBe('');
  });

  it('leads to the line of a key, also where its value begins later', () => {
    const text = '{\n  "a": 1,\n  "list":\n    [\n      { "b": 2 }\n    ]\n}';
    expect(lineOf(text, ['list'])).toBe(3);
    expect(lineOf(text, ['list', 0])).toBe(5);
    expect(lineOf(text, ['list', 0, 'absent'])).toBe(5);
    expect(lineOf(text, ['absent'])).toBe(1);
  });

  it('escapes what GitHub reads as its own', () => {
    const problem = {
      rule: 'json',
      severity: 'error' as const,
      file: 'a,b:c.json',
      field: [],
      message: '50 %\nof it',
      mend: 'Mend.',
    };
    expect(forCi(placeProblem(problem, 'data', '{}'))).toBe(
      '::error file=data/a%2Cb%3Ac.json,line=1,title=json::(whole file): 50 %25%0Aof it%0AMend. (docs/rules.md#json)',
    );
  });

  it('ends with 0 where there are only warnings', async () => {
    const folder = datasetFolder();
    change(folder, 'incidents/2019/pomelo-breach-2019.json', (record) =>
      Object.assign(record, { title: 'Pomelo admits that outsiders copied account data' }),
    );
    const { code, output } = await check({ folder });
    expect([code, output]).toEqual([0, expect.stringContaining('warning [wording-past-tense]')]);
  });
});
