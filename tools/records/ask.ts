/** How the workshop asks a person. Tests answer from a list; in a terminal, the inquirer library asks. */
import { checkbox, confirm, input, search, select } from '@inquirer/prompts';
import { WorkshopError } from '../dataset-files';

export interface Choice {
  value: string;
  /** The words shown. */
  name: string;
}

export interface Ask {
  /** A line of text; empty where the person skips it. `check` gives what is wrong with it, or undefined. */
  line(message: string, options?: { default?: string; check?: (text: string) => string | undefined }): Promise<string>;
  /** One of a list; empty where skipped. */
  one(message: string, choices: readonly Choice[], options?: { default?: string; skip?: boolean }): Promise<string>;
  many(message: string, choices: readonly Choice[]): Promise<string[]>;
  /** One of a long list, found by typing a part of it; `extra` is offered whatever is typed. */
  find(message: string, choices: readonly Choice[], extra?: Choice): Promise<string>;
  yes(message: string, preset: boolean): Promise<boolean>;
  /** Something said between questions. */
  say(text: string): void;
}

const SKIP: Choice = { value: '', name: '(leave it open)' };

/** Asks in the terminal. */
export const askInTerminal: Ask = {
  line: (message, options = {}) =>
    input({ message, default: options.default, validate: (text) => options.check?.(text.trim()) ?? true }).then(
      (text) => text.trim(),
    ),
  one: (message, choices, options = {}) =>
    select({ message, choices: [...choices, ...(options.skip ? [SKIP] : [])], default: options.default, pageSize: 14 }),
  many: (message, choices) => checkbox({ message, choices: [...choices], pageSize: 14 }),
  find: (message, choices, extra) =>
    search({
      message,
      pageSize: 10,
      source: (term = '') => {
        const typed = term.toLowerCase();
        const fits = choices.filter(({ value, name }) => `${value} ${name}`.toLowerCase().includes(typed));
        const begins = fits.filter(({ value }) => value.startsWith(typed));
        return [...begins, ...fits.filter((one) => !begins.includes(one)), ...(extra ? [extra] : [])];
      },
    }),
  yes: (message, preset) => confirm({ message, default: preset }),
  say: (text) => console.log(text),
};

/** True where somebody is there to answer. */
export const canAsk = (): boolean => Boolean(process.stdin.isTTY && process.stdout.isTTY);

/** What is said first where somebody should have been asked and nobody was there. */
export const NOT_ASKED = 'no terminal: nothing was asked';

/** Does what `run` does; where it fails and nobody could be asked (`unasked`), the message says that first. */
export async function sayingNotAsked<T>(unasked: boolean, run: () => Promise<T>): Promise<T> {
  try {
    return await run();
  } catch (error) {
    if (unasked && error instanceof WorkshopError) error.message = `${NOT_ASKED}; ${error.message}`;
    throw error;
  }
}

/** Choices from a closed list of words. */
export function choicesOf(words: Record<string, string>): Choice[] {
  return Object.entries(words).map(([value, name]) => ({ value, name: name === value ? name : `${name} (${value})` }));
}
