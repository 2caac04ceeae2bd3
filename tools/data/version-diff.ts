/** What changed between two versions of the dataset, in words that a reader understands. */
import type { Company } from '../../model/company';
import type { Renames } from '../../model/dataset';
import type { Incident } from '../../model/incident';
import { countOf } from '../../model/wording';
import { companyDetails, incidentChange } from './record-diff';

/** A version of the dataset, read as it stands: an old one may not follow today's rules. */
export interface Version {
  incidents: Map<string, Incident>;
  companies: Map<string, Company>;
  renames: Renames;
}

/** What happened to a record, the weightiest first: it decides under which heading a record with several changes stands. */
export const CHANGES = {
  new: ['new incident', 'new incidents'],
  outcome: ['outcome', 'outcomes'],
  retired: ['retired', 'retired'],
  returned: ['shown again', 'shown again'],
  removed: ['removed', 'removed'],
  figures: ['with other figures', 'with other figures'],
  answer: ['with another answer', 'with another answer'],
  corrected: ['corrected', 'corrected'],
  checked: ['checked again', 'checked again'],
  'new-company': ['new company', 'new companies'],
  renamed: ['company merged or renamed', 'companies merged or renamed'],
  'removed-company': ['company removed', 'companies removed'],
  company: ['company changed', 'companies changed'],
} as const;

export type Change = keyof typeof CHANGES;

export interface Changed {
  change: Change;
  id: string;
  /** The incident's title, or the company's name. */
  title: string;
  details: string[];
}

/** Everything that differs, in the order of {@link CHANGES}, then by id. */
export function diffVersions(before: Version, after: Version): Changed[] {
  const changed: Changed[] = [];
  for (const [id, incident] of after.incidents) {
    const old = before.incidents.get(id);
    const found = old ? incidentChange(old, incident) : { change: 'new' as const, details: [] };
    if (found) changed.push({ id, title: incident.title, ...found });
  }
  for (const [id, incident] of before.incidents)
    if (!after.incidents.has(id))
      changed.push({
        change: 'removed',
        id,
        title: incident.title,
        details: ['the record is gone; retire it instead'],
      });
  for (const [id, company] of after.companies) {
    const old = before.companies.get(id);
    if (!old) changed.push({ change: 'new-company', id, title: company.name, details: [] });
    const details = old ? companyDetails(old, company) : [];
    if (details.length > 0) changed.push({ change: 'company', id, title: company.name, details });
  }
  for (const [id, company] of before.companies) {
    if (after.companies.has(id)) continue;
    const to = after.renames[id];
    changed.push(
      to
        ? {
            change: 'renamed',
            id,
            title: company.name,
            details: [`leads to ${after.companies.get(to)?.name ?? to} now`],
          }
        : {
            change: 'removed-company',
            id,
            title: company.name,
            details: ['its id leads nowhere; add it to renames.json'],
          },
    );
  }
  const order = Object.keys(CHANGES);
  return changed.sort(
    (a, b) => order.indexOf(a.change) - order.indexOf(b.change) || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0),
  );
}

/** “2 new incidents, 1 outcome, 1 retired”. */
export function diffSummary(changed: readonly Changed[]): string {
  const parts = Object.entries(CHANGES).flatMap(([change, [one, many]]) => {
    const count = changed.filter((entry) => entry.change === change).length;
    return count > 0 ? countOf(count, one, many) : [];
  });
  return parts.join(', ') || 'no difference';
}

/** One line a record. */
export function diffLine({ change, id, title, details }: Changed): string {
  return `${CHANGES[change][0]}: ${title} [${id}]${details.length > 0 ? ` – ${details.join('; ')}` : ''}`;
}
