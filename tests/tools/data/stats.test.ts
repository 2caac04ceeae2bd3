import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { checkFiles } from '../../../model/check';
import { coverageOf } from '../../../tools/data/coverage';
import { coveragePicture } from '../../../tools/data/coverage-picture';
import { coverageForTerminal } from '../../../tools/data/coverage-text';
import { runStats } from '../../../tools/data/stats';
import { overlaid } from '../../fixtures/dataset';
import { datasetFolder, temporaryFolder } from '../../support/datasets';

const coverage = coverageOf(checkFiles(overlaid()).records);

describe('the coverage of a dataset', () => {
  it('counts what is shown, and retired records apart', () => {
    expect(coverage).toMatchObject({ companies: 4, incidents: 3, retired: 1, sharing: 2, outcomes: 1, sources: 5 });
    expect(coverage.years).toEqual([
      { label: '2020', incidents: 1 },
      { label: '2019', incidents: 1 },
      { label: '2018', incidents: 1 },
    ]);
    expect(coverage.kinds.map((row) => row.label)).toContain('data breach');
    expect(coverage.statuses).toContainEqual({ label: 'fined, final', incidents: 1 });
    expect(coverage.sectors.reduce((sum, row) => sum + (row.companies ?? 0), 0)).toBe(4);
  });

  it('counts an incident once for a sector, however many of its companies are in it', () => {
    for (const row of coverage.sectors) expect(row.incidents).toBeLessThanOrEqual(coverage.incidents);
  });

  it('names records without a primary source, and companies without an incident', () => {
    const files = overlaid().map((file) =>
      file.path.endsWith('pomelo-breach-2019.json')
        ? { ...file, text: file.text.replace('"kind": "company"', '"kind": "newsroom"') }
        : file,
    );
    expect(coverageOf(checkFiles(files).records).withoutPrimary).toContain('pomelo-breach-2019');
    expect(coverage.withoutPrimary).not.toContain('pomelo-breach-2019');
    expect(coverage.withoutIncident).toEqual(['holdoria']);
  });

  it('begins with the check that is longest ago', () => {
    const days = coverage.oldestChecks.map(({ checked }) => checked);
    expect(days).toEqual([...days].sort());
  });

  it('says countries by their names', () => {
    expect(coverageForTerminal(coverage)).toMatch(/^Germany\s+\d+\s+\d+ {2}█/m);
  });
});

describe('data stats', () => {
  it('writes a page and a picture of the same counts', () => {
    const docs = temporaryFolder();
    runStats({ folder: datasetFolder(), write: true, docs }, () => {});
    const page = readFileSync(join(docs, 'coverage.md'), 'utf8');
    expect(page).toContain('| incidents | 3 |');
    expect(page).toContain('](coverage.svg)');
    expect(readFileSync(join(docs, 'coverage.svg'), 'utf8')).toBe(coveragePicture(coverage));
  });

  it('gives the same as JSON', () => {
    const lines: string[] = [];
    runStats({ folder: datasetFolder(), json: true }, (line) => lines.push(line));
    expect(JSON.parse(lines.join('\n'))).toEqual(coverage);
  });

  it('draws every bar inside the picture, and names the picture', () => {
    const { document } = parseHTML(coveragePicture({ ...coverage, kinds: [{ label: 'a < b & c', incidents: 7 }] }));
    const svg = document.querySelector('svg');
    const [width = 0, height = 0] = (svg?.getAttribute('viewBox') ?? '').split(' ').slice(2).map(Number);
    for (const bar of document.querySelectorAll('rect:not(.ground)')) {
      const at = (name: string) => Number(bar.getAttribute(name));
      expect(at('x') + at('width')).toBeLessThan(width);
      expect(at('y') + at('height')).toBeLessThan(height);
    }
    expect(document.querySelector('title')?.textContent).toContain('3 incidents of 4 companies');
    expect(svg?.outerHTML).toContain('a &lt; b &amp; c');
  });
});
