/** The directory of a dataset: of each company what lists, counts and cards of other companies need to know. */

import { type Company, ownerNow } from './company';
import { type CardContext, companiesOf } from './company-card';
import type { Renames, Vocabulary } from './dataset';
import type { Incident } from './incident';

/** A company as lists and lookups need it. */
export interface DirectoryEntry {
  id: string;
  name: string;
  sector: string;
  incidentCount: number;
  /** Who owns it now. */
  owner?: string;
}

/** What is known of a dataset without any of its records: small enough to be held in memory. */
export interface Directory {
  version: string;
  date: string;
  companyCount: number;
  /** Incidents that are shown. */
  incidentCount: number;
  dataTypes: Vocabulary;
  sectors: Vocabulary;
  renames: Renames;
  companies: DirectoryEntry[];
}

/** An entry for each company, in their order. `incidents` are those that are shown. */
export function directoryOf(companies: readonly Company[], incidents: readonly Incident[]): DirectoryEntry[] {
  const counts = new Map<string, number>();
  for (const id of incidents.flatMap(companiesOf)) counts.set(id, (counts.get(id) ?? 0) + 1);
  return companies.map((company) => {
    const owner = ownerNow(company);
    const { id, name, sector } = company;
    return { id, name, sector, incidentCount: counts.get(id) ?? 0, ...(owner ? { owner } : {}) };
  });
}

/** What cards need to know of the other companies. */
export function cardContextOf(
  directory: readonly DirectoryEntry[],
  vocabulary: { dataTypes: Vocabulary; sectors: Vocabulary },
): CardContext {
  const entries = new Map(directory.map((entry) => [entry.id, entry]));
  return {
    nameOf: (id) => entries.get(id)?.name ?? id,
    incidentCountOf: (id) => entries.get(id)?.incidentCount ?? 0,
    ownedBy: (id) =>
      directory.filter((entry) => entry.owner === id && entry.incidentCount > 0).map((entry) => entry.id),
    dataTypes: vocabulary.dataTypes,
    sectors: vocabulary.sectors,
  };
}
