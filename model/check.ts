/**
 * Checks the files of the dataset: first each file's JSON and shape, then the rules that hold between records.
 * All problems of all files come back at once; a broken file hides nothing of the others.
 */
import type { z } from 'zod';
import type { Company } from './company';
import { type DataFileKind, type Renames, schemaFor, type Vocabulary } from './dataset';
import type { Incident } from './incident';
import type { Problem } from './problem';
import type { Record_, Records } from './rule';
import { COMPANY_RULES, INCIDENT_RULES, RENAMES_RULES } from './rules';

/** A file of `data/` as it was read. */
export interface DataFile {
  /** Path relative to `data/`, with forward slashes. */
  path: string;
  text: string;
}

/** What the files hold, as far as their shape is right. */
export interface CheckedFiles {
  records: Records;
  problems: Problem[];
}

/** Reads and checks all files of the dataset. Never throws: what is wrong comes back in `problems`. */
export function checkFiles(files: readonly DataFile[]): CheckedFiles {
  const problems: Problem[] = [];
  const companies: Record_<Company>[] = [];
  const incidents: Record_<Incident>[] = [];
  const records: Records = { companies, incidents, dataTypes: {}, sectors: {}, renames: {}, unreadable: new Set() };

  for (const file of files) {
    const parsed = parseFile(file, problems);
    if (!parsed) {
      records.unreadable.add(idOfPath(file.path));
      continue;
    }
    if (parsed.kind === 'company') companies.push({ file: file.path, record: parsed.value as Company });
    if (parsed.kind === 'incident') incidents.push({ file: file.path, record: parsed.value as Incident });
    if (parsed.kind === 'renames') records.renames = parsed.value as Renames;
    if (file.path === 'vocabulary/data-types.json') records.dataTypes = parsed.value as Vocabulary;
    if (file.path === 'vocabulary/sectors.json') records.sectors = parsed.value as Vocabulary;
  }

  for (const rule of COMPANY_RULES)
    for (const { file, record } of companies)
      for (const found of rule.check(record, records, file))
        problems.push({ rule: rule.id, severity: rule.severity, mend: rule.mend, file, ...found });
  for (const rule of INCIDENT_RULES)
    for (const { file, record } of incidents)
      for (const found of rule.check(record, records, file))
        problems.push({ rule: rule.id, severity: rule.severity, mend: rule.mend, file, ...found });
  for (const rule of RENAMES_RULES)
    for (const found of rule.check(records.renames, records, 'renames.json'))
      problems.push({ rule: rule.id, severity: rule.severity, mend: rule.mend, file: 'renames.json', ...found });

  problems.sort((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : 0));
  return { records, problems };
}

function idOfPath(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1).replace(/\.json$/, '');
}

function parseFile(file: DataFile, problems: Problem[]): { kind: DataFileKind; value: unknown } | undefined {
  const place = schemaFor(file.path);
  if (!place) {
    problems.push({
      rule: 'file-place',
      severity: 'error',
      file: file.path,
      field: [],
      message: 'this file has no place in the dataset',
      mend: 'Put companies in companies/<id>.json, incidents in incidents/<year>/<id>.json, or delete the file.',
    });
    return undefined;
  }
  let json: unknown;
  try {
    json = JSON.parse(file.text);
  } catch (error) {
    problems.push({
      rule: 'json',
      severity: 'error',
      file: file.path,
      field: [],
      message: `not valid JSON: ${(error as Error).message}`,
      mend: 'Mend the JSON; an editor that knows JSON shows the place.',
    });
    return undefined;
  }
  const result = place.schema.safeParse(json);
  if (result.success) return { kind: place.kind, value: result.data };
  for (const issue of result.error.issues) problems.push(...shapeProblems(issue, json, file.path));
  return undefined;
}

/** True where `json` has nothing at `field`. */
function isMissing(json: unknown, field: readonly (string | number)[]): boolean {
  let value = json;
  for (const key of field) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return true;
    value = (value as Record<string | number, unknown>)[key];
  }
  return false;
}

function shapeProblems(issue: z.core.$ZodIssue, json: unknown, file: string): Problem[] {
  const field = issue.path as (string | number)[];
  const base = { severity: 'error' as const, file };
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => ({
      ...base,
      rule: 'field-unknown',
      field: [...field, key],
      message: `unknown field “${key}”`,
      mend: 'Remove it, or see docs/data-format.md for the field that is meant.',
    }));
  // A missing field of a closed list comes as a wrong value of it.
  if ((issue.code === 'invalid_type' || issue.code === 'invalid_value') && isMissing(json, field))
    return [
      {
        ...base,
        rule: 'field-missing',
        field,
        message: 'required field is missing',
        mend: 'Add it; docs/data-format.md says what it holds.',
      },
    ];
  if (issue.code === 'invalid_value' && 'values' in issue)
    return [
      {
        ...base,
        rule: 'field-value',
        field,
        message: issue.message,
        mend: `Use one of: ${issue.values.join(', ')}.`,
      },
    ];
  return [
    {
      ...base,
      rule: 'field-value',
      field,
      message: issue.message,
      mend: 'See docs/data-format.md for what this field holds.',
    },
  ];
}
