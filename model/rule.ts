/** What a rule of the dataset is, and what it may compare a record with. */
import type { Company } from './company';
import type { Renames, Vocabulary } from './dataset';
import type { Incident } from './incident';
import type { Problem } from './problem';

/** A record and the file it came from. */
export interface Record_<T> {
  file: string;
  record: T;
}

/** Everything that a rule may compare a record with. */
export interface Records {
  companies: Record_<Company>[];
  incidents: Record_<Incident>[];
  dataTypes: Vocabulary;
  sectors: Vocabulary;
  renames: Renames;
  /** Ids of files that could not be read: references to them are not reported twice. */
  unreadable: Set<string>;
}

export type Found = Pick<Problem, 'field' | 'message'>;

/** What is written of a rule in docs/rules.md. */
export interface RuleText {
  id: string;
  severity: Problem['severity'];
  /** One sentence: what holds in a record that keeps the rule. */
  what: string;
  /** One sentence: what to do where it does not. */
  mend: string;
}

/** A rule with the check that finds where it is broken. */
export interface Rule<T> extends RuleText {
  check(record: T, records: Records, file: string): Iterable<Found>;
}

/** Computes a value once for each set of records. */
export function memo<V>(compute: (records: Records) => V): (records: Records) => V {
  const cache = new WeakMap<Records, V>();
  return (records) => {
    let value = cache.get(records);
    if (value === undefined) {
      value = compute(records);
      cache.set(records, value);
    }
    return value;
  };
}

/** Ids of all companies that have a record. */
export const companyIds = memo((records: Records) => new Set(records.companies.map(({ record }) => record.id)));

/** True where a company has a record, be it one that cannot be read. */
export function knowsCompany(records: Records, id: string): boolean {
  return companyIds(records).has(id) || records.unreadable.has(id);
}
