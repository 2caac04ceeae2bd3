/**
 * The rules of the dataset beyond shape: what must hold inside a record and between records.
 * Each rule has an id, what to do when it is broken, and one invalid fixture named after it (tests/fixtures/invalid).
 * The reasons stand in docs/editorial-rules.md; all rules are listed in docs/rules.md.
 */
import type { Company } from './company';
import { RECORD_RULES } from './company-rules';
import type { Renames } from './dataset';
import type { Incident } from './incident';
import { FACT_RULES } from './incident-rules';
import { companyIds, knowsCompany, type Rule, type RuleText } from './rule';
import { SOURCE_RULES } from './source-rules';
import { WORDING_RULES } from './wording-rules';

/** What holds of every file by itself; `model/check.ts` reports these while it reads. */
export const SHAPE_RULES: RuleText[] = [
  {
    id: 'file-place',
    severity: 'error',
    what: 'Every file has a place in the dataset.',
    mend: 'Put companies in companies/<id>.json, incidents in incidents/<year>/<id>.json, or delete the file.',
  },
  {
    id: 'json',
    severity: 'error',
    what: 'Every file is valid JSON.',
    mend: 'Mend the JSON; an editor that knows JSON shows the place.',
  },
  {
    id: 'field-unknown',
    severity: 'error',
    what: 'A record holds only the fields of docs/data-format.md.',
    mend: 'Remove it, or see docs/data-format.md for the field that is meant.',
  },
  {
    id: 'field-missing',
    severity: 'error',
    what: 'A record holds all required fields.',
    mend: 'Add it; docs/data-format.md says what it holds.',
  },
  {
    id: 'field-value',
    severity: 'error',
    what: 'Every field holds what docs/data-format.md says: a date, an id, a word of a closed list, a text that is neither too short nor too long.',
    mend: 'See docs/data-format.md for what this field holds; for a closed list the message names its words.',
  },
];

export const COMPANY_RULES: Rule<Company>[] = RECORD_RULES;

export const INCIDENT_RULES: Rule<Incident>[] = [...FACT_RULES, ...SOURCE_RULES, ...WORDING_RULES];

export const RENAMES_RULES: Rule<Renames>[] = [
  {
    id: 'rename-target-known',
    severity: 'error',
    what: 'Every old id leads straight to a company that exists.',
    mend: 'Point every old id straight at a company that exists.',
    *check(renames, records) {
      for (const [from, to] of Object.entries(renames))
        if (!knowsCompany(records, to)) yield { field: [from], message: `leads to “${to}”, which is no company` };
    },
  },
  {
    id: 'rename-source-gone',
    severity: 'error',
    what: 'An id that leads elsewhere has no company record any more.',
    mend: 'Delete the old company’s file, or the rename.',
    *check(renames, records) {
      for (const from of Object.keys(renames))
        if (companyIds(records).has(from)) yield { field: [from], message: `“${from}” still has a company record` };
    },
  },
];
