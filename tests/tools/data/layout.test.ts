import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, vi } from 'vitest';
import { runCheck } from '../../../tools/data/check';
import { newIncident } from '../../../tools/data/new-incident';
import { datasetFolder, temporaryFolder } from '../../support/datasets';

// The formatter is a program of its own: it takes a while on a busy machine.
vi.setConfig({ testTimeout: 30_000 });

async function check(folder: string) {
  const lines: string[] = [];
  const code = await runCheck({ folder, layout: true }, (line) => lines.push(line));
  return { code, output: lines.join('\n') };
}

it('a file that the formatter would lay out otherwise is named, with the command that mends it', async () => {
  const folder = datasetFolder();
  expect((await check(folder)).code).toBe(0);
  const file = join(folder, 'companies/pomelo.json');
  writeFileSync(file, JSON.stringify(JSON.parse(readFileSync(file, 'utf8')), null, 4));
  const { code, output } = await check(folder);
  expect(code).toBe(1);
  expect(output).toMatch(/companies\/pomelo\.json:1 {2}error \[layout\]/);
  expect(output).toContain('npm run format');
  expect(output).toMatch(/: 1 error, 0 warnings$/);
});

it('a file that is no JSON is said to be that, and nothing else', async () => {
  const folder = datasetFolder();
  writeFileSync(join(folder, 'companies/pomelo.json'), '{ oops');
  const { output } = await check(folder);
  expect(output).toContain('[json]');
  expect(output).not.toContain('[layout]');
});

it('what `add` writes is laid out so', async () => {
  const folder = datasetFolder();
  const given = { folder, drafts: temporaryFolder(), company: 'streamora', kind: ['breach'], yes: true };
  const party = ['recipient | Ein Käufer mit Namen – „Ä“ | Received the data of all customers, it said.'];
  await newIncident({ ...given, disclosed: '2026-03-05', data: ['names,location'], party }, '2026-11-21');
  expect((await check(folder)).output).not.toContain('[layout]');
});
