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

function cellsOf(form: CellForm, line: string): string[] {
  const cells = line.split('|').map((cell) => cell.trim());
  const most = CELL_FORMS[form].split('|').length;
  if (cells.length > most) throw bad(form, line, `it has ${cells.length} cells, at most ${most} are known`);
  return cells;
}

function bad(form: CellForm, line: string, why: string): WorkshopError {
  return new WorkshopError(`${form} “${line}”: ${why}\n  It is written ${CELL_FORMS[form]}`);
}

function oneOf<K extends string>(words: Record<K, string>, cell: string | undefined, form: CellForm, line: string) {
  if (!cell) return undefined;
  const key = cell.toLowerCase().replaceAll(' ', '-') as K;
  if (!Object.hasOwn(words, key)) throw bad(form, line, `“${cell}” is not one of: ${Object.keys(words).join(', ')}`);
  return key;
}

function dateIn(cell: string | undefined, form: CellForm, line: string): string | undefined {
  if (cell && !isPartialDate(cell)) throw bad(form, line, `“${cell}” is no date: write YYYY, YYYY-MM or YYYY-MM-DD`);
  return cell || undefined;
}

/** What is known of `value`: empty and undefined entries left out. */
function known<T extends object>(value: T): T {
  return Object.fromEntries(Object.entries(value).filter(([, item]) => item !== undefined && item !== '')) as T;
}

/** “1.2 million” as 1200000; NaN for what is no number. */
export function numberIn(text: string): number {
  const match = /^([\d.,\s]*\d)\s*(thousand|million|billion)?$/i.exec(text.trim());
  if (!match?.[1]) return Number.NaN;
  const value = Number(match[1].replace(/[,\s]/g, '')) * (MULTIPLES[(match[2] ?? '').toLowerCase()] ?? 1);
  return Math.round(value * 100) / 100;
}

/** @param isCompany tells ids of the dataset from names of bodies */
export function partyIn(line: string, isCompany: (id: string) => boolean): Partial<Party> {
  const [role, who, did, alleged] = cellsOf('party', line);
  if (!who) throw bad('party', line, 'the second cell must say who');
  if (alleged && alleged !== 'alleged')
    throw bad('party', line, `the last cell is “alleged” or nothing, not “${alleged}”`);
  return known({
    ...(isCompany(who) ? { company: who } : { body: who }),
    role: oneOf(ROLES, role, 'party', line),
    alleged: alleged === 'alleged' ? true : undefined,
    did,
  });
}

export function peopleIn(line: string): Partial<PeopleCount> {
  const [count = '', unit, saidBy, asOf, of] = cellsOf('people', line);
  const [, word = '', first = '', last = ''] = /^(up to|at least)?\s*(.*?)(?:\s+to\s+(.*))?$/i.exec(count) ?? [];
  const numbers = [first, last].filter(Boolean).map(numberIn);
  if (numbers.length === 0 || numbers.some((number) => !Number.isInteger(number) || number <= 0))
    throw bad('people', line, `“${count}” is no count: write 1200, 1.2 million, up to 500, at least 20, or 10 to 20`);
  const [low, high] = numbers;
  const range = high !== undefined ? { min: low, max: high } : word === '' ? { value: low } : undefined;
  return known({
    ...(range ?? (/up/i.test(word) ? { max: low } : { min: low })),
    unit: oneOf(UNITS, unit, 'people', line),
    of,
    saidBy: oneOf(CLAIMANTS, saidBy, 'people', line),
    asOf: dateIn(asOf, 'people', line),
  });
}

/** @param today the day of the search, for “none” */
export function responseIn(line: string, today: string): Partial<CompanyResponse> {
  const [company, text, date, source] = cellsOf('response', line);
  if (!company || !text) throw bad('response', line, 'say which company, and its answer or “none”');
  if (/^none$/i.test(text)) return { company, noneFound: today };
  return known({ company, text, date: dateIn(date, 'response', line), source });
}

export function moneyIn(line: string): Partial<Money> {
  const [sum = '', kind, payer, payee, decided, appeal, note] = cellsOf('money', line);
  const [, amount = '', currency] = /^(.*?)\s*([A-Z]{3})$/.exec(sum) ?? [];
  if (!currency || !(numberIn(amount) > 0)) throw bad('money', line, `“${sum}” is no sum: write 746 million EUR`);
  return known({
    amount: numberIn(amount),
    currency,
    kind: oneOf(MONEY_KINDS, kind, 'money', line),
    payer,
    payee,
    decided: dateIn(decided, 'money', line),
    appeal: oneOf(APPEALS, appeal, 'money', line),
    note,
  });
}

/** @param draft the record so far: “all” supports every field that stands in it */
export function sourceIn(line: string, draft: IncidentDraft, today: string): Partial<Source> {
  const [kind, publisher, date, title, url, supports] = cellsOf('source', line);
  if (!url || !/^https?:\/\/\S+$/.test(url)) throw bad('source', line, 'the fifth cell must be an address (https://…)');
  const paths = supports === 'all' ? supportablePaths(draft) : (supports ?? '').split(/[\s,;]+/).filter(Boolean);
  return known({
    title,
    publisher,
    date: dateIn(date, 'source', line),
    url,
    accessed: today,
    kind: oneOf(SOURCE_KINDS, kind, 'source', line),
    supports: paths.length > 0 ? paths : undefined,
  });
}
