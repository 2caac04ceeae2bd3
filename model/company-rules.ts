/** What must hold in a company record. */
import type { Company } from './company';
import { firstDay, lastDay } from './partial-date';
import { knowsCompany, memo, type Records, type Rule } from './rule';

/** Names as the scan compares them, so that two spellings of one name collide. */
function foldName(text: string): string {
  return text.normalize('NFKC').replaceAll('’', "'").toLowerCase();
}

const ownersOfName = memo((records: Records) => {
  const owners = new Map<string, Set<string>>();
  for (const { record } of records.companies)
    for (const name of record.names) {
      if (name.to) continue;
      const key = foldName(name.text);
      owners.set(key, (owners.get(key) ?? new Set()).add(record.id));
    }
  return owners;
});

export const RECORD_RULES: Rule<Company>[] = [
  {
    id: 'company-file-name',
    severity: 'error',
    what: 'A company’s file is named after its id.',
    mend: 'Name the file after the id; ids are permanent.',
    *check(company, _records, file) {
      if (file !== `companies/${company.id}.json`)
        yield { field: ['id'], message: `id “${company.id}” does not match the file name` };
    },
  },
  {
    id: 'company-sector-known',
    severity: 'error',
    what: '`sector` is an id of the sector vocabulary.',
    mend: 'Use an id of data/vocabulary/sectors.json.',
    *check(company, records) {
      if (!Object.hasOwn(records.sectors, company.sector))
        yield { field: ['sector'], message: `unknown sector “${company.sector}”` };
    },
  },
  {
    id: 'company-parent-known',
    severity: 'error',
    what: 'Every owner in `parent` is another company of the dataset.',
    mend: 'Use the id of a company in data/companies, or add that company.',
    *check(company, records) {
      for (const [index, parent] of (company.parent ?? []).entries()) {
        if (parent.company === company.id)
          yield { field: ['parent', index, 'company'], message: 'a company cannot be its own parent' };
        else if (!knowsCompany(records, parent.company))
          yield { field: ['parent', index, 'company'], message: `unknown company “${parent.company}”` };
      }
    },
  },
  {
    id: 'company-one-owner-now',
    severity: 'error',
    what: 'At most one owner in `parent` has no end date.',
    mend: 'Give every former owner its `to`.',
    *check(company) {
      const now = (company.parent ?? []).filter((parent) => !parent.to);
      if (now.length > 1) yield { field: ['parent'], message: `${now.length} owners have no end date` };
    },
  },
  {
    id: 'company-name-listed',
    severity: 'error',
    what: 'The name that readers see is also among `names`, so that it is found on pages.',
    mend: 'Add the name that readers see to `names`.',
    *check(company) {
      if (!company.names.some((name) => foldName(name.text) === foldName(company.name)))
        yield { field: ['name'], message: `“${company.name}” is not among names` };
    },
  },
  {
    id: 'company-name-repeated',
    severity: 'error',
    what: 'A company lists each name once.',
    mend: 'Keep one of them.',
    *check(company) {
      const seen = new Set<string>();
      for (const [index, name] of company.names.entries()) {
        const key = foldName(name.text);
        if (seen.has(key)) yield { field: ['names', index, 'text'], message: `“${name.text}” is listed twice` };
        seen.add(key);
      }
    },
  },
  {
    id: 'company-name-unique',
    severity: 'error',
    what: 'A name without an end date leads to one company only.',
    mend: 'Give the name to the company that bears it now, and an end date (`to`) in the other record.',
    *check(company, records) {
      for (const [index, name] of company.names.entries()) {
        if (name.to) continue;
        const owners = ownersOfName(records).get(foldName(name.text));
        const other = [...(owners ?? [])].find((id) => id !== company.id);
        if (other) yield { field: ['names', index, 'text'], message: `“${name.text}” also names “${other}”` };
      }
    },
  },
  {
    id: 'company-dates-order',
    severity: 'error',
    what: 'Names and owners end after they begin.',
    mend: 'Put the earlier date in `from`.',
    *check(company) {
      for (const key of ['names', 'parent'] as const)
        for (const [index, span] of (company[key] ?? []).entries())
          if (span.from && span.to && firstDay(span.from) > lastDay(span.to))
            yield { field: [key, index, 'from'], message: `begins ${span.from}, after its end ${span.to}` };
    },
  },
];
