import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Mention } from '../../mentions/find-mentions';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'scan-'));

const TEXT = 'Facebook gave Netflix access. 😀 Spotify’s app had it, too.\n';
const HTML = `<!doctype html><title>On Netflix</title><nav>Spotify</nav>
<p>Face<b>book</b> &amp; <i>Net</i>flix.</p><script>"Spotify"</script><textarea>Spotify</textarea><p>No more.</p>`;
const LINES = [
  { id: 'a', text: 'Netflix and Spotify' },
  { id: 2, text: '' },
  { id: { x: 1 }, text: 'apple pie' },
];

interface Ran {
  code: number;
  out: string;
  err: string;
}

function scan(args: string[], input = ''): Promise<Ran> {
  return new Promise((resolve) => {
    const child = execFile('npx', ['tsx', 'tools/scan.ts', ...args], { cwd: ROOT }, (error, out, err) =>
      resolve({ code: error ? Number(error.code) : 0, out, err }),
    );
    child.stdin?.end(input);
  });
}

const file = (name: string, content: string): string => {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
};

const text = file('article.txt', TEXT);
const html = file('page.html', HTML);
const missing = join(folder, 'missing.txt');
let json: Ran;
let jsonl: Ran;
let people: Ran;

beforeAll(async () => {
  const lines = file('lines.jsonl', `${LINES.map((line) => JSON.stringify(line)).join('\n')}\n\n`);
  [json, jsonl, people] = await Promise.all([
    scan(['--json', text, html, '-', missing], 'WhatsApp'),
    scan(['--jsonl', lines, file('bad.jsonl', '{"id": 1}\n')]),
    scan([text]),
  ]);
}, 60_000);

afterAll(() => rmSync(folder, { recursive: true }));

const brief = (mentions: Mention[]) => mentions.map(({ company, surface }) => [company, surface]);

describe('scan --json', () => {
  const lines = () =>
    json.out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));

  it('prints one line of JSON a file', () => {
    expect(lines().map((line) => line.file)).toEqual([text, html, '-']);
  });

  it('gives the mentions of a text with offsets in UTF-16 units', () => {
    const { mentions, text: given } = lines()[0];
    expect(given).toBeUndefined();
    expect(brief(mentions)).toEqual([
      ['meta', 'Facebook'],
      ['netflix', 'Netflix'],
      ['spotify', 'Spotify'],
    ]);
    for (const { start, end, surface } of mentions) expect(TEXT.slice(start, end)).toBe(surface);
    expect(Object.keys(mentions[0]).sort()).toEqual(['company', 'end', 'start', 'surface']);
  });

  it('gives the text of a page, in which the offsets count, without what is no prose', () => {
    const { mentions, text: given } = lines()[1];
    expect(brief(mentions)).toEqual([
      ['meta', 'Facebook'],
      ['netflix', 'Netflix'],
    ]);
    for (const { start, end, surface } of mentions) expect(given.slice(start, end)).toBe(surface);
    expect(given).toContain('Facebook & Netflix.');
    expect(given).not.toContain('Spotify');
  });

  it('reads standard input', () => {
    expect(brief(lines()[2].mentions)).toEqual([['whatsapp', 'WhatsApp']]);
  });

  it('says in one line which file cannot be read, and ends with an error', () => {
    expect(json.code).not.toBe(0);
    const errors = json.err.split('\n').filter((line) => line.includes('scan:'));
    expect(errors).toHaveLength(1);
    expect(errors[0]).toContain(missing);
    expect(json.err).not.toContain('    at ');
  });
});

describe('scan --jsonl', () => {
  it('prints a line for each line, with its id as it was', () => {
    const lines = jsonl.out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(lines.map(({ id, mentions }) => [id, brief(mentions)])).toEqual([
      [
        'a',
        [
          ['netflix', 'Netflix'],
          ['spotify', 'Spotify'],
        ],
      ],
      [2, []],
      [{ x: 1 }, []],
    ]);
    expect(lines[0].mentions[1]).toEqual({ company: 'spotify', surface: 'Spotify', start: 12, end: 19 });
  });

  it('says which line does not fit, and ends with an error', () => {
    expect(jsonl.code).not.toBe(0);
    expect(jsonl.err).toMatch(/bad\.jsonl:1 does not fit/);
  });
});

describe('scan for people', () => {
  it('prints the companies, how often, and as what they are named', () => {
    expect(people.code).toBe(0);
    const [head, ...lines] = people.out.trim().split('\n');
    expect(head).toBe(`${text}: 3 mentions of 3 companies`);
    expect(lines.map((line) => line.trim().split(/\s+/))).toEqual([
      ['meta', '1', 'Facebook'],
      ['netflix', '1', 'Netflix'],
      ['spotify', '1', 'Spotify'],
    ]);
  });
});
