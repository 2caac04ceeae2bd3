import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readVersion, runDiff } from '../../../tools/data/diff';
import { diffLine, diffSummary, diffVersions } from '../../../tools/data/version-diff';
import { VALID_FOLDER } from '../../fixtures/dataset';
import { change, datasetFolder, datasetRepository } from '../../support/datasets';

const BREACH = 'incidents/2019/pomelo-breach-2019.json';
const FINE = 'incidents/2020/examplia-fine-2020.json';

/** What changed after changes to the fixture dataset: the summary and a line for each record. */
function diffAfter(...changes: [string, (record: Record<string, never>) => void][]): string[] {
  const folder = datasetFolder();
  for (const [path, by] of changes) change(folder, path, by);
  const changed = diffVersions(readVersion(VALID_FOLDER), readVersion(folder));
  return [diffSummary(changed), ...changed.map(diffLine)];
}

const set = (fields: object) => (record: Record<string, never>) => Object.assign(record, fields);

describe('what changed between two versions', () => {
  it('is nothing between a version and itself', () => {
    expect(diffAfter()).toEqual(['no difference']);
  });

  it('names an outcome with what it was before', () => {
    expect(diffAfter([FINE, set({ status: 'overturned' })])).toEqual([
      '1 outcome',
      'outcome: The Atlantis authority fined Examplia over consent [examplia-fine-2020] – fined, final → overturned',
    ]);
  });

  it('names figures with who states them', () => {
    const people = [{ value: 31_000_000, unit: 'accounts', saidBy: 'regulator', asOf: '2020' }];
    expect(diffAfter([BREACH, set({ people })])[1]).toContain(
      'now 31 million accounts (according to the regulator, 2020); no longer 30 million accounts (according to the company, July 2019)',
    );
  });

  it.each([
    ['retired', { retired: { date: '2026-03-01', reason: 'A double.' } }, '1 retired', 'A double.'],
    ['title', { title: 'Pomelo said that data had been copied' }, '1 corrected', 'title changed'],
    [
      'dates',
      { dates: { disclosed: '2019-07-03' } },
      '1 corrected',
      'now disclosed 3 July 2019; no longer disclosed July 2019',
    ],
    ['data', { dataTypes: ['names'] }, '1 corrected', 'data: no longer passwords'],
    ['checked', { checked: { by: 'B', date: '2026-03-01', against: ['it'] } }, '1 checked again', ''],
    [
      'exposure of details',
      { parties: [{ company: 'pomelo', role: 'breached', did: 'Found out.' }] },
      '1 corrected',
      'details changed',
    ],
  ])('says what a change of %s is', (_, fields, summary, detail) => {
    const [first, line] = diffAfter([BREACH, set(fields)]);
    expect(first).toBe(summary);
    expect(line).toContain(detail);
  });

  it('counts an answer that was found', () => {
    const responses = [{ company: 'examplia', text: 'Said that it will appeal.', source: 'https://a.example/' }];
    expect(diffAfter([FINE, set({ responses })])).toEqual([
      '1 with another answer',
      expect.stringContaining('examplia answered: Said that it will appeal.'),
    ]);
  });

  it('sorts by weight, and counts each record once', () => {
    const [summary] = diffAfter(
      ['companies/pomelo.json', set({ country: 'FR' })],
      [BREACH, set({ status: 'disputed', title: 'Another title of it' })],
      [FINE, set({ summary: 'Another summary, still as long as it must be.' })],
    );
    expect(summary).toBe('1 outcome, 1 corrected, 1 company changed');
  });

  it('tells new, merged and lost records apart', () => {
    const folder = datasetFolder();
    rmSync(join(folder, FINE));
    rmSync(join(folder, 'companies/holdoria.json'));
    rmSync(join(folder, 'companies/streamora.json'));
    change(folder, 'renames.json', set({ streamora: 'pomelo' }));
    const there = diffVersions(readVersion(VALID_FOLDER), readVersion(folder));
    expect(diffSummary(there)).toBe('1 removed, 1 company merged or renamed, 1 company removed');
    expect(there.map(diffLine).join('\n')).toContain('leads to Pomelo now');
    expect(diffSummary(diffVersions(readVersion(folder), readVersion(VALID_FOLDER)))).toBe(
      '1 new incident, 2 new companies',
    );
  });

  it('reads revisions of git, and leaves out files that are no JSON', () => {
    const { data } = datasetRepository();
    change(data, FINE, set({ status: 'overturned' }));
    writeFileSync(join(data, BREACH), 'oops');
    const lines: string[] = [];
    runDiff(readVersion('main', data), readVersion(data), false, (line) => lines.push(line));
    expect(lines[0]).toBe('1 outcome, 1 removed');
  });

  it('says what is neither a folder nor a revision', () => {
    expect(() => readVersion('nowhere', datasetRepository().data)).toThrow(
      'nowhere is neither a folder nor a revision',
    );
  });
});
