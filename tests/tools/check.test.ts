import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { runCheck } from '../../tools/data/check';
import { lineOf } from '../../tools/data/problem-output';
import { DatasetError, packFolder } from '../../tools/dataset';
import { INVALID_FOLDER, VALID_FOLDER } from '../fixtures/dataset';

const folders: string[] = [];

/** A folder with the valid dataset and the files of the invalid ones over it. */
function folderWith(...rules: string[]): string {
  const folder = mkdtempSync(join(tmpdir(), 'dataset-'));
  folders.push(folder);
  for (const from of [VALID_FOLDER, ...rules.map((rule) => join(INVALID_FOLDER, rule))])
    cpSync(from, folder, { recursive: true });
  return folder;
}

async function check(folder: string, only: string[] = []): Promise<{ code: number; output: string }> {
  const lines: string[] = [];
  const code = await runCheck({ folder, only }, (line) => lines.push(line));
  return { code, output: lines.join('\n') };
}

afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

describe('the check command', () => {
  it('ends well, with the counts, where nothing is wrong', async () => {
    expect(await check(VALID_FOLDER)).toEqual({
      code: 0,
      output: '4 companies, 4 incidents in 11 files: 0 errors, 0 warnings',
    });
  });

  it('says file, line, field, rule, what is wrong and what to do', async () => {
    const { code, output } = await check(folderWith('company-sector-known'));
    expect(code).toBe(1);
    for (const part of ['[company-sector-known]', '/sector', 'unknown sector “fruit-trade”', 'Use an id of '])
      expect(output).toContain(part);
    expect(output).toMatch(/companies\/pomelo\.json:\d+/);
    expect(output).toContain('1 error, 0 warnings');
  });

  it('shows the problems of all files', async () => {
    const rules = ['field-missing', 'rename-target-known', 'retired-replacement-known'];
    const { code, output } = await check(folderWith(...rules));
    expect(code).toBe(1);
    for (const rule of rules) expect(output).toContain(`[${rule}]`);
    expect(output).toContain('3 errors');
  });

  it('ends well where there are warnings only', async () => {
    const { code, output } = await check(folderWith('wording-superlative'));
    expect(code).toBe(0);
    expect(output).toContain('0 errors, 1 warning');
  });

  it('shows only what concerns the named files, and still reads the others', async () => {
    const folder = folderWith('field-missing', 'rename-target-known');
    const [renames, holdoria] = [await check(folder, ['renames']), await check(folder, ['holdoria'])];
    expect(renames.output).not.toContain('[field-missing]');
    expect([renames.code, holdoria.code]).toEqual([1, 0]);
  });

  it('places a problem of a file that is no JSON', async () => {
    const { code, output } = await check(folderWith('json'));
    expect(code).toBe(1);
    expect(output).toMatch(/companies\/pomelo\.json:1\b.*\[json\]/);
  });
});

describe('the line of a field', () => {
  const text = '{\n  "a": {\n    "b": [\n      1,\n      2\n    ]\n  }\n}\n';

  it.each([
    [['a'], 2],
    [['a', 'b', 1], 5],
    [[], 1],
    [['a', 'missing', 'deep'], 2],
    [['missing'], 1],
  ])('%j is %d', (field, line) => {
    expect(lineOf(text, field)).toBe(line);
  });

  it('is the first where the text is no JSON at all', () => {
    expect(lineOf('', ['a'])).toBe(1);
  });
});

describe('packing a folder', () => {
  it('leaves a company without a record out of the names, and keeps it among the companies', () => {
    const { dataset, names } = packFolder(VALID_FOLDER);
    expect(dataset.companies.map((company) => company.id)).toContain('holdoria');
    expect(names.latin.entries).not.toContain('holdoria');
    expect(names.version).toBe(dataset.version);
  });

  it('is refused where there are errors, all of which it lists, and not for warnings', () => {
    const folder = folderWith('field-missing', 'rename-target-known');
    expect(() => packFolder(folder)).toThrow(DatasetError);
    expect(() => packFolder(folder)).toThrow(/field-missing[\s\S]*rename-target-known/);
    expect(packFolder(folderWith('wording-superlative')).dataset.incidents).toHaveLength(4);
  });
});
