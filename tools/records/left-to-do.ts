/**
 * What a record still needs, all at once. A record that lacks a required field fails by its shape, and the rules between
 * fields are not asked; so they are asked of a copy whose gaps are filled, and what they say of the filling is left out.
 */
import { checkFiles } from '../../model/check';
import type { Problem } from '../../model/problem';
import type { Records } from '../../model/rule';
import type { DatasetFiles } from '../dataset-files';
import { hintFor } from './field-hints';

const DAY = '1970-01-01';

/** A value that has the right shape, by the name of the field. */
const FILLINGS: Record<string, unknown> = {
  title: 'Filled in for the check',
  did: 'Filled in for the check',
  summary: 'Filled in, for the check only, with words enough.',
  publisher: 'Filled in',
  kind: 'regulator',
  kinds: ['breach'],
  url: 'https://filled-in.example/',
  accessed: '2999-01-01',
  supports: ['dates', 'parties', 'people', 'money', 'status', 'responses'],
  role: 'claimant',
  body: 'Filled in',
  unit: 'people',
  saidBy: 'press',
  asOf: DAY,
  amount: 1,
  currency: 'EUR',
  payer: 'Filled in',
  payee: 'Filled in',
  decided: DAY,
  exposure: 'accessed',
  status: 'reported',
  dates: { disclosed: DAY },
  checked: { by: 'Filled in', date: '2999-01-01', against: ['Filled in'] },
  country: 'US',
};

const SOURCE_FIELDS = ['title', 'publisher', 'url', 'accessed', 'kind'];
const ENTRY_FILLINGS: Record<string, readonly string[]> = {
  parties: ['body', 'role', 'did'],
  people: ['value', 'unit', 'saidBy', 'asOf'],
  sources: [...SOURCE_FIELDS, 'supports'],
};

/**
 * Problems of the file at `path`, those that come to light only once others are mended included.
 * @param files the dataset with the record in it
 */
export function leftToDo(files: DatasetFiles, path: string): Problem[] {
  const others = files.paths
    .filter((other) => other !== path)
    .map((other) => ({ path: other, text: files.text(other) }));
  const kind = path.startsWith('companies/') ? 'company' : 'incident';
  const found: Problem[] = [];
  const filled: string[] = [];
  const value = structuredClone(files.json(path)) as Record<string, unknown>;
  for (let round = 0; round < 4; round++) {
    const { problems, records } = checkFiles([...others, { path, text: JSON.stringify(value) }]);
    const own = problems.filter(
      (problem) => problem.file === path && !filled.some((start) => startsWith(problem.field.join('/'), start)),
    );
    for (const problem of own) {
      const pathOf = problem.field.join('/');
      if (found.some((one) => one.rule === problem.rule && one.field.join('/') === pathOf)) continue;
      const gap = problem.rule === 'field-missing' || pathOf === 'sources';
      const hint = gap ? hintFor(kind, problem.field) : undefined;
      const message = pathOf === 'sources' && problem.rule === 'field-value' ? 'no source yet' : problem.message;
      found.push(hint ? { ...problem, message, mend: hint } : problem);
      if (fill(value, problem, records)) filled.push(pathOf);
    }
    if (own.length === 0) break;
  }
  return found;
}

/** Fills the gap that a problem of shape names; false where the problem is another. */
function fill(value: Record<string, unknown>, problem: Problem, { sectors, dataTypes }: Records): boolean {
  if (problem.rule !== 'field-missing' && problem.rule !== 'field-value') return false;
  const keys = [...problem.field];
  const name = keys.pop();
  if (name === undefined) return false;
  let at = value as Record<string | number, unknown>;
  for (const key of keys) at = at[key] as Record<string | number, unknown>;
  // The parts of a list entry contradict each other: another entry stands in for it.
  const list = typeof name === 'number' ? ENTRY_FILLINGS[String(keys.at(-1))] : undefined;
  if (list) at[name] = pick(list);
  else if (name === 'sources') at.sources = [{ ...pick(SOURCE_FIELDS), supports: FILLINGS.supports }];
  else if (name === 'dataTypes') at.dataTypes = [Object.keys(dataTypes)[0]];
  else if (name === 'sector') at.sector = Object.keys(sectors)[0];
  else if (name in FILLINGS) at[name] = structuredClone(FILLINGS[name]);
  else return false;
  return true;
}

function pick(fields: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(fields.map((field) => [field, field === 'value' ? 1 : FILLINGS[field]]));
}

function startsWith(field: string, start: string): boolean {
  return field === start || field.startsWith(`${start}/`);
}
