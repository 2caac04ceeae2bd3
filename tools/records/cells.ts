/**
 * Parts of a record written on one line, cells parted by `|`, as flags and prompts take them:
 * `newsroom | Example News | 2026-03-01 | Title | https://…`. Empty cells are left out of the record.
 */
import type { CompanyResponse, Money, Party, PeopleCount, Source } from '../../model/incident';
import { isPartialDate } from '../../model/partial-date';
import { APPEALS, CLAIMANTS, MONEY_KINDS, ROLES, SOURCE_KINDS, UNITS } from '../../model/vocabulary';
import { WorkshopError } from '../dataset-files';
import { type IncidentDraft, supportablePaths } from './incident-draft';

export const CELL_FORMS = {
  party: 'ROLE | COMPANY ID OR NAME OF A BODY | WHAT IT DID | alleged',
  people: 'NUMBER | UNIT | WHO SAYS SO | AS OF | WHICH ONES',
  response: 'COMPANY ID | ITS ANSWER IN OUR WORDS, or none | DATE | ADDRESS',
  money: 'AMOUNT CURRENCY | KIND | PAYER | PAYEE | DECIDED | APPEAL | NOTE',
  source: 'KIND | PUBLISHER | DATE | TITLE | ADDRESS | FIELDS IT SUPPORTS (all, or parties, people/0 …)',
} as const;

export type CellForm = keyof typeof CELL_FORMS;

const MULTIPLES: Record<string, number> = { thousand: 1e3, million: 1e6, billion: 1e9 };

/** A line in its cells, and all that is wrong with it: said at one go once it is read. */
class Line {
  readonly cells: string[];
  readonly #wrong: string[] = [];

  constructor(
    readonly form: CellForm,
    readonly text: string,
  ) {
    this.cells = text.split('|').map((cell) => cell.trim());
    const most = CELL_FORMS[form].split('|').length;
    if (this.cells.length > most) this.wrong(`it has ${this.cells.length} cells, at most ${most} are known`);
  }

  wrong(why: string): void {
    this.#wrong.push(why);
  }

  /** What `read` gives; what it refuses is wrong with the line. */
  #take<T>(read: () => T): T | undefined {
    try {
      return read();
    } catch (error) {
      if (!(error instanceof WorkshopError)) throw error;
      this.wrong(error.message);
      return undefined;
    }
  }

  word<K extends string>(words: Record<K, string>, cell: string | undefined): K | undefined {
    return cell ? this.#take(() => wordIn(words, cell)) : undefined;
  }

  date(cell: string | undefined): string | undefined {
    return cell ? this.#take(() => dateIn(cell)) : undefined;
  }

  /** What is known of `value`: empty and undefined entries left out. Throws where anything was wrong with the line. */
  done<T extends object>(value: T): T {
    if (this.#wrong.length > 0)
      throw new WorkshopError(
        `${this.form} “${this.text}”: ${this.#wrong.join('; ')}\n  It is written ${CELL_FORMS[this.form]}`,
      );
    return Object.fromEntries(Object.entries(value).filter(([, item]) => item !== undefined && item !== '')) as T;
  }
}

/** A word of a closed list, however it is capitalised. Throws a {@link WorkshopError} that names the words. */
export function wordIn<K extends string>(words: Record<K, string>, text: string): K {
  const key = text.trim().toLowerCase().replaceAll(' ', '-') as K;
  if (Object.hasOwn(words, key)) return key;
  throw new WorkshopError(`“${text}” is not one of: ${Object.keys(words).join(', ')}`);
}

/** A date as it is. Throws a {@link WorkshopError} where it is none. */
export function dateIn(text: string): string {
  if (isPartialDate(text)) return text;
  throw new WorkshopError(`“${text}” is no date: write YYYY, YYYY-MM or YYYY-MM-DD`);
}

/** “1.2 million” as 1200000; NaN for what is no number. */
export function numberIn(text: string): number {
  const match = /^([\d.,\s]*\d)\s*(thousand|million|billion)?$/i.exec(text.trim());
  if (!match?.[1]) return Number.NaN;
  const value = Number(match[1].replace(/[,\s]/g, '')) * (MULTIPLES[(match[2] ?? '').toLowerCase()] ?? 1);
  return Math.round(value * 100) / 100;
}

/** @param isCompany tells ids of the dataset from names of bodies */
export function partyIn(text: string, isCompany: (id: string) => boolean): Partial<Party> {
  const line = new Line('party', text);
  const [role, who, did, alleged] = line.cells;
  if (!who) line.wrong('the second cell must say who');
  if (alleged && alleged !== 'alleged') line.wrong(`the last cell is “alleged” or nothing, not “${alleged}”`);
  return line.done<Partial<Party>>({
    ...(who && isCompany(who) ? { company: who } : { body: who }),
    role: line.word(ROLES, role),
    alleged: alleged === 'alleged' ? true : undefined,
    did,
  });
}

export function peopleIn(text: string): Partial<PeopleCount> {
  const line = new Line('people', text);
  const [count = '', unit, saidBy, asOf, of] = line.cells;
  const [, word = '', first = '', last = ''] = /^(up to|at least)?\s*(.*?)(?:\s+to\s+(.*))?$/i.exec(count) ?? [];
  const numbers = [first, last].filter(Boolean).map(numberIn);
  if (numbers.length === 0 || numbers.some((number) => !Number.isInteger(number) || number <= 0))
    line.wrong(`“${count}” is no count: write 1200, 1.2 million, up to 500, at least 20, or 10 to 20`);
  const [low, high] = numbers;
  const range = high !== undefined ? { min: low, max: high } : word === '' ? { value: low } : undefined;
  return line.done<Partial<PeopleCount>>({
    ...(range ?? (/up/i.test(word) ? { max: low } : { min: low })),
    unit: line.word(UNITS, unit),
    of,
    saidBy: line.word(CLAIMANTS, saidBy),
    asOf: line.date(asOf),
  });
}

/** @param today the day of the search, for “none” */
export function responseIn(text: string, today: string): Partial<CompanyResponse> {
  const line = new Line('response', text);
  const [company, answer, date, source] = line.cells;
  if (!company || !answer) line.wrong('say which company, and its answer or “none”');
  if (/^none$/i.test(answer ?? '')) return line.done({ company, noneFound: today });
  return line.done<Partial<CompanyResponse>>({ company, text: answer, date: line.date(date), source });
}

export function moneyIn(text: string): Partial<Money> {
  const line = new Line('money', text);
  const [sum = '', kind, payer, payee, decided, appeal, note] = line.cells;
  const [, amount = '', currency] = /^(.*?)\s*([A-Z]{3})$/.exec(sum) ?? [];
  if (!currency || !(numberIn(amount) > 0)) line.wrong(`“${sum}” is no sum: write 746 million EUR`);
  return line.done<Partial<Money>>({
    amount: numberIn(amount),
    currency,
    kind: line.word(MONEY_KINDS, kind),
    payer,
    payee,
    decided: line.date(decided),
    appeal: line.word(APPEALS, appeal),
    note,
  });
}

/** @param draft the record so far: “all” supports every field that stands in it */
export function sourceIn(text: string, draft: IncidentDraft, today: string): Partial<Source> {
  const line = new Line('source', text);
  const [kind, publisher, date, title, url, supports] = line.cells;
  if (!url || !/^https?:\/\/\S+$/.test(url)) line.wrong('the fifth cell must be an address (https://…)');
  const paths = supports === 'all' ? supportablePaths(draft) : (supports ?? '').split(/[\s,;]+/).filter(Boolean);
  return line.done<Partial<Source>>({
    title,
    publisher,
    date: line.date(date),
    url,
    accessed: today,
    kind: line.word(SOURCE_KINDS, kind),
    supports: paths.length > 0 ? paths : undefined,
  });
}
