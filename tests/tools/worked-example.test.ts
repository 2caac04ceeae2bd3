/** The settlement in docs/workshop.md: its commands do what stands there. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test, vi } from 'vitest';
import { checkCommand } from '../../tools/data/check';
import { newIncidentCommand } from '../../tools/data/new-incident';
import { previewCommand } from '../../tools/data/preview';
import { recordText } from '../../tools/record-text';
import { datasetCopy, readJson, write } from './dataset-copy';

// The formatter is a program of its own: it takes a while on a busy machine.
vi.setConfig({ testTimeout: 30_000 });

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const HEADING = 'A settlement from beginning to end';
/** Where the reader lays a copy of the tests’ dataset. */
const PLACE = '/tmp/try';

const section = () => {
  const page = readFileSync(join(ROOT, 'docs/workshop.md'), 'utf8');
  return page.split(`### ${HEADING}\n`)[1]?.split(/^#{2,3} /m)[0] ?? '';
};

/** Commands of the section, each with the output that stands below it. */
function shown(): { command: string; output: string }[] {
  const lines = section()
    .split('\n')
    .filter((line) => /^( {4}|$)/.test(line) && !line.includes('"summary": '))
    .map((line) => line.slice(4));
  return lines
    .join('\n')
    .split(/^\$ /m)
    .slice(1)
    .map((part) => {
      const [, command = '', output = ''] = /^((?:.*\\\n)*.*)\n?([\s\S]*)$/.exec(part) ?? [];
      return { command, output: output.trim() };
    });
}

/** The words of a command as a shell parts them. */
const wordsOf = (command: string): string[] =>
  [...command.replaceAll('\\\n', ' ').matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain ?? '');

/** What `npm run data -- …` prints. */
async function run(words: readonly string[]): Promise<string> {
  const commands = [newIncidentCommand('add'), checkCommand(), previewCommand()];
  const print = vi.spyOn(console, 'log').mockImplementation(() => {});
  await commands.find((one) => one.name() === words[0])?.parseAsync(words.slice(1), { from: 'user' });
  const said = print.mock.calls.map(([text]) => String(text)).join('\n');
  print.mockRestore();
  return said;
}

test('the worked settlement is written, checked and previewed as the docs show', async () => {
  const folder = datasetCopy();
  const path = 'incidents/2023/streamora-tracking-2023.json';
  const [copy, ...rest] = shown();
  expect(copy?.command).toBe(`cp -r tests/fixtures/valid ${PLACE}`);
  expect(rest.map(({ command }) => wordsOf(command)[4])).toEqual(['add', 'check', 'preview']);
  for (const { command, output } of rest) {
    const words = wordsOf(command.replaceAll(PLACE, folder)).slice(4);
    const said = (await run(words)).replaceAll(folder, PLACE).replace(/[ \t]+$/gm, '');
    expect(said.trim()).toBe(output);
    if (words[0] !== 'add') continue;
    const summary = /"summary": "(.*)",/.exec(section())?.[1];
    write(folder, path, recordText({ ...readJson(folder, path), summary }));
  }
});

test('`add --help` leads to it', () => {
  let help = '';
  newIncidentCommand('add')
    .configureOutput({ writeOut: (text) => (help += text) })
    .outputHelp();
  expect(help).toContain(`docs/workshop.md, “${HEADING}”`);
  expect(section()).toContain('npm run data -- add');
});
