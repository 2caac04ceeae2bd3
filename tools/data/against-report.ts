/** Compares records with the entries of another list that they were paired with, and counts what comes of it. */
import type { Difference, Incident } from '../../model/incident';
import { firstDay, lastDay } from '../../model/partial-date';
import type { Problem } from '../../model/problem';
import type { Record_ } from '../../model/rule';
import { listInWords } from '../../model/wording';
import { AGAINST_RULES } from './against-rules';

export type AgainstRule = (typeof AGAINST_RULES)[number]['id'];

/** Days by which two dates may differ. */
export const DAYS = 31;

/** A difference that is small enough not to be reported may be explained all the same. */
const GRADUAL: readonly Difference['field'][] = ['dates', 'people'];

/** One thing in which a record and an entry differ. */
export interface Unlike {
  rule: AgainstRule;
  /** What explains it in the record's `differs`. */
  differs: Difference['field'];
  /** The field of the record. */
  field: (string | number)[];
  message: string;
}

/** A record and the entry that tells of the same matter. */
export interface Pair {
  incident: Record_<Incident>;
  /** As `differs[].with` names the entry: `hibp:Adobe`. */
  key: string;
  unlike: Unlike[];
}

export interface AgainstReport {
  /** Name of the file. */
  list: string;
  /** What the entries are: “breaches” or “decisions”. */
  entries: string;
  total: number;
  /** Entries about a company of the dataset. */
  known: number;
  /** Entries paired with a record, and those of them that say the same. */
  compared: number;
  agree: number;
  /** Differences that a record explains. */
  explained: number;
  /** Entries of known companies that no record tells of, in words. */
  withoutRecord: string[];
  problems: Problem[];
}

/** True where the record says that this entry is about another incident. */
export function isOther(incident: Incident, key: string): boolean {
  return incident.differs?.some((one) => one.with === key && one.field === 'identity') ?? false;
}

/** True where a source of the record is the page of this entry. */
export function cites(incident: Incident, ofEntry: (url: string) => string | undefined, name: string): boolean {
  return incident.sources.some((source) => ofEntry(source.url) === name);
}

/** Turns pairs into problems, leaves out what the records explain, and reports explanations of nothing. */
export function reportPairs(
  pairs: readonly Pair[],
): Pick<AgainstReport, 'compared' | 'agree' | 'explained' | 'problems'> {
  const problems: Problem[] = [];
  let explained = 0;
  const add = (rule: AgainstRule, file: string, field: Problem['field'], message: string) => {
    const text = AGAINST_RULES.find((one) => one.id === rule);
    if (text) problems.push({ rule, severity: text.severity, mend: text.mend, file, field, message });
  };
  for (const { incident, key, unlike } of pairs) {
    const reasons = incident.record.differs ?? [];
    for (const one of unlike) {
      if (reasons.some((reason) => reason.with === key && reason.field === one.differs)) explained++;
      else add(one.rule, incident.file, one.field, `${one.message} (${key})`);
    }
    for (const [index, reason] of reasons.entries())
      if (reason.with === key && !GRADUAL.includes(reason.field) && !unlike.some((one) => one.differs === reason.field))
        add('against-explained', incident.file, ['differs', index], `${reason.field} does not differ from ${key}`);
  }
  problems.sort((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : 0));
  return {
    compared: pairs.length,
    agree: pairs.filter((pair) => pair.unlike.length === 0).length,
    explained,
    problems,
  };
}

/** “; other records: a, b” of incidents of the same company, so that a person sees whether one of them is meant. */
export function othersInWords(incidents: readonly Incident[]): string {
  return incidents.length > 0
    ? `; other records: ${listInWords(
        incidents.map((incident) => incident.id),
        4,
      )}`
    : '';
}

/** Days between a day and a span of time that is as precise as known; 0 inside it. */
export function daysBetween(day: string, from: string, to = from): number {
  const at = Date.parse(day);
  const [start, end] = [Date.parse(firstDay(from)), Date.parse(lastDay(to))];
  return Math.round(Math.max(0, start - at, at - end) / 86_400_000);
}

/** A way to pair an entry with a record: the smaller its parts in turn, the better. */
export interface Candidate<E> {
  entry: E;
  incident: Record_<Incident>;
  distance: readonly number[];
  /** True where the record tells of this entry even if it tells of another as well, such as a second fine. */
  shared: boolean;
}

/** Pairs each entry with at most one record, the nearest first, and a record with one entry, or more where they are shared. */
export function nearestPairs<E>(candidates: readonly Candidate<E>[]): Candidate<E>[] {
  const sorted = [...candidates].sort((a, b) => {
    const at = a.distance.findIndex((part, index) => part !== b.distance[index]);
    return at < 0 ? 0 : (a.distance[at] ?? 0) - (b.distance[at] ?? 0);
  });
  const entries = new Set<E>();
  const incidents = new Set<Incident>();
  return sorted.filter(({ entry, incident, shared }) => {
    if (entries.has(entry) || (incidents.has(incident.record) && !shared)) return false;
    entries.add(entry);
    incidents.add(incident.record);
    return true;
  });
}
