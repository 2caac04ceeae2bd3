import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readDataFolder } from '../../tools/data-folder';
import { changedFiles, filesOfRevision, isRevision } from '../../tools/git';
import { change, datasetRepository, temporaryFolder } from '../support/datasets';

const FINE = 'incidents/2020/examplia-fine-2020.json';

describe('asking git', () => {
  it('names what differs from the main branch: committed, changed, new and deleted files', () => {
    const { data, git } = datasetRepository();
    expect(changedFiles(data)).toEqual([]);
    git('switch', '--quiet', '--create', 'work');
    change(data, FINE, (record) => Object.assign(record, { title: 'Another title' }));
    git('commit', '--all', '--quiet', '--message=Second');
    change(data, 'companies/pomelo.json', (record) => Object.assign(record, { country: 'FR' }));
    writeFileSync(join(data, 'companies/größe.json'), '{}');
    rmSync(join(data, 'companies/holdoria.json'));
    expect(changedFiles(data)).toEqual([
      'companies/größe.json',
      'companies/holdoria.json',
      'companies/pomelo.json',
      FINE,
    ]);
    expect(changedFiles(data, 'HEAD')).not.toContain(FINE);
  });

  it('leaves out what only the main branch changed since', () => {
    const { data, git } = datasetRepository();
    git('branch', 'work');
    change(data, FINE, (record) => Object.assign(record, { title: 'Another title' }));
    git('commit', '--all', '--quiet', '--message=On main');
    git('switch', '--quiet', 'work');
    expect(changedFiles(data)).toEqual([]);
  });

  it('reads the files of a revision as they were', () => {
    const { data } = datasetRepository();
    const before = readDataFolder(data);
    change(data, FINE, (record) => Object.assign(record, { title: 'Ein anderer Titel – größer' }));
    expect(filesOfRevision(data, 'HEAD')).toEqual(before);
  });

  it('says what is wrong with a revision, a base or a folder', () => {
    const { data } = datasetRepository();
    expect(isRevision(data, 'main')).toBe(true);
    expect(isRevision(data, 'nothing')).toBe(false);
    expect(isRevision(data, '--all')).toBe(false);
    expect(() => changedFiles(data, 'nothing')).toThrow('nothing is no commit of this repository');
    expect(() => changedFiles(temporaryFolder())).toThrow('not a git repository');
  });
});
