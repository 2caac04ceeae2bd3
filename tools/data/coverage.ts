/** What the dataset covers, counted. */
import { activeIncidents, companiesOf } from '../../model/company-card';
import { type Incident, incidentDate, incidentYear } from '../../model/incident';
import type { Records } from '../../model/rule';
import { INCIDENT_KINDS, PRIMARY_SOURCE_KINDS, SOURCE_KINDS, STATUSES } from '../../model/vocabulary';

/** A count of one thing; `label` is what a reader sees. */
export interface Row {
  label: string;
  incidents: number;
  companies?: number;
}

export interface Coverage {
  companies: number;
  /** Without retired ones. */
  incidents: number;
  retired: number;
  names: number;
  sources: number;
  /** Incidents about sharing, selling, tracking, surveillance or misuse. */
  sharing: number;
  /** Incidents that a regulator or a court decided, or that ended in a settlement. */
  outcomes: number;
  countries: number;
  sectors: Row[];
  years: Row[];
  kinds: Row[];
  byCountry: Row[];
  statuses: Row[];
  sourceKinds: Row[];
  /** Incidents that rest on newsrooms or datasets alone. */
  withoutPrimary: string[];
  /** The incidents whose last check is longest ago, the oldest first. */
  oldestChecks: { id: string; checked: string }[];
  /** Companies that no incident names: owners, or records in waiting. */
  withoutIncident: string[];
}

const SHARING: readonly Incident['kinds'][number][] = ['partner-sharing', 'sale', 'tracking', 'surveillance', 'misuse'];
const OUTCOMES: readonly Incident['status'][] = [
  'settled-no-admission',
  'settled',
  'ruled',
  'found-by-regulator',
  'fined',
  'fined-under-appeal',
  'fined-final',
  'overturned',
];

/** Counts what the records cover. Retired incidents count only as retired. */
export function coverageOf(records: Records): Coverage {
  const all = records.incidents.map(({ record }) => record);
  const incidents = activeIncidents(all);
  const companies = records.companies.map(({ record }) => record);
  const byId = new Map(companies.map((company) => [company.id, company]));
  const named = new Set(incidents.flatMap(companiesOf));
  const isPrimary = (incident: Incident) => incident.sources.some(({ kind }) => PRIMARY_SOURCE_KINDS.includes(kind));
  /** Counts incidents and companies by a property of the companies. */
  const byCompany = (keyOf: (id: string) => string | undefined, labels?: Record<string, string>): Row[] => {
    const rows = countBy(incidents, (incident) => companiesOf(incident).flatMap((id) => keyOf(id) ?? []), labels);
    const counts = countBy(companies, (company) => [keyOf(company.id) ?? ''], labels);
    return counts
      .map(({ label, incidents: count }) => ({
        label,
        incidents: rows.find((row) => row.label === label)?.incidents ?? 0,
        companies: count,
      }))
      .sort((a, b) => b.incidents - a.incidents || b.companies - a.companies);
  };
  return {
    companies: companies.length,
    incidents: incidents.length,
    retired: all.length - incidents.length,
    names: companies.reduce((sum, company) => sum + company.names.length, 0),
    sources: new Set(incidents.flatMap((incident) => incident.sources.map((source) => source.url))).size,
    sharing: incidents.filter((incident) => incident.kinds.some((kind) => SHARING.includes(kind))).length,
    outcomes: incidents.filter((incident) => OUTCOMES.includes(incident.status)).length,
    countries: new Set([...named].flatMap((id) => byId.get(id)?.country ?? [])).size,
    sectors: byCompany((id) => byId.get(id)?.sector, records.sectors),
    years: countBy(incidents, (incident) => [incidentYear(incident)]).sort((a, b) => (a.label < b.label ? 1 : -1)),
    kinds: countBy(incidents, (incident) => incident.kinds, INCIDENT_KINDS),
    byCountry: byCompany((id) => byId.get(id)?.country),
    statuses: countBy(incidents, (incident) => [incident.status], STATUSES),
    sourceKinds: countBy(incidents, (incident) => incident.sources.map((source) => source.kind), SOURCE_KINDS),
    withoutPrimary: incidents.filter((incident) => !isPrimary(incident)).map((incident) => incident.id),
    oldestChecks: incidents
      .map((incident) => ({ id: incident.id, checked: incident.checked.date, date: incidentDate(incident) }))
      .sort((a, b) => a.checked.localeCompare(b.checked) || a.date.localeCompare(b.date))
      .slice(0, 10)
      .map(({ id, checked }) => ({ id, checked })),
    withoutIncident: companies.filter((company) => !named.has(company.id)).map((company) => company.id),
  };
}

/** Counts, for each key, the items that have it at least once; the most frequent first. */
function countBy<T>(items: readonly T[], keysOf: (item: T) => string[], labels: Record<string, string> = {}): Row[] {
  const counts = new Map<string, number>();
  for (const item of items) for (const key of new Set(keysOf(item))) counts.set(key, (counts.get(key) ?? 0) + 1);
  return [...counts]
    .map(([key, incidents]) => ({ label: labels[key] ?? key, incidents }))
    .sort((a, b) => b.incidents - a.incidents || a.label.localeCompare(b.label));
}
