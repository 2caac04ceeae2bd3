/** A copy of the small valid dataset that a test may change, and a person who answers from a list. */
import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Ask } from '../../tools/records/ask';
import { VALID_FOLDER } from '../fixtures/dataset';

/** Folder of a fresh copy. */
export function datasetCopy(): string {
  const folder = mkdtempSync(join(tmpdir(), 'privacy-footnotes-data-'));
  cpSync(VALID_FOLDER, folder, { recursive: true });
  return folder;
}

/** A folder with nothing in it. */
export const emptyFolder = (): string => mkdtempSync(join(tmpdir(), 'privacy-footnotes-'));

/** The JSON of a file. */
export const readJson = (folder: string, path: string) => JSON.parse(readFileSync(join(folder, path), 'utf8'));

/** Writes text into a folder. */
export const write = (folder: string, path: string, text: string): void => writeFileSync(join(folder, path), text);

/**
 * Answers each question by the first entry whose key the question contains; what no entry answers is left open.
 * An entry that is a list answers its questions one after the other.
 */
export function answering(answers: Record<string, unknown>): Ask & { said: string[]; asked: string[] } {
  const left = structuredClone(answers);
  const said: string[] = [];
  const asked: string[] = [];
  const answer = <T>(message: string, otherwise: T): T => {
    asked.push(message);
    const key = Object.keys(left).find((words) => message.includes(words));
    if (key === undefined) return otherwise;
    const given = left[key];
    if (!Array.isArray(given)) return given as T;
    return (given.length > 0 ? given.shift() : otherwise) as T;
  };
  return {
    said,
    asked,
    line: async (message, options = {}) => {
      const text = answer(message, options.default ?? '');
      const wrong = options.check?.(text);
      if (wrong) throw new Error(`${message} “${text}”: ${wrong}`);
      return text;
    },
    one: async (message, _choices, options = {}) => answer(message, options.skip ? '' : (options.default ?? '')),
    many: async (message) => answer<string[]>(message, []),
    find: async (message) => answer(message, ''),
    yes: async (message, preset) => answer(message, preset),
    say: (text) => {
      said.push(text);
    },
  };
}
