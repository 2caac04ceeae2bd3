/** Full-text search over the dataset, in memory: names first, then what the incidents are called. */
import MiniSearch from 'minisearch';
import type { Company } from '../model/company';
import type { Incident } from '../model/incident';

export interface FoundCompany {
  id: string;
  /** The brand, former name or incident title by which it was found, where its name does not show it. */
  via?: string;
}

interface Entry {
  /** Position among the entries; MiniSearch needs one. */
  key: number;
  company: string;
  name: string;
  /** Other names. */
  also: string;
  title: string;
  isCompanyName: boolean;
}

export class DatasetSearch {
  readonly #entries: Entry[] = [];
  readonly #index = new MiniSearch<Entry>({
    idField: 'key',
    fields: ['name', 'also', 'title'],
    searchOptions: {
      boost: { name: 6, also: 4 },
      prefix: true,
      fuzzy: (term) => (term.length > 4 ? 0.2 : false),
      combineWith: 'AND',
    },
    processTerm: (term) => term.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase() || null,
  });

  constructor(companies: readonly Company[], incidents: readonly Incident[]) {
    for (const company of companies) {
      this.#add({ company: company.id, name: company.name, also: '', title: '', isCompanyName: true });
      for (const name of company.names)
        if (name.text !== company.name)
          this.#add({ company: company.id, name: '', also: name.text, title: '', isCompanyName: false });
    }
    for (const incident of incidents)
      for (const id of new Set(incident.parties.flatMap((party) => party.company ?? [])))
        this.#add({ company: id, name: '', also: '', title: incident.title, isCompanyName: false });
    this.#index.addAll(this.#entries);
  }

  /** Companies that match every word of `query`, the best first, each once. */
  find(query: string, limit: number): FoundCompany[] {
    const found = new Map<string, FoundCompany>();
    for (const hit of this.#index.search(query)) {
      const entry = this.#entries[hit.id as number];
      if (!entry || found.has(entry.company)) continue;
      found.set(entry.company, {
        id: entry.company,
        ...(entry.isCompanyName ? {} : { via: entry.also || entry.title }),
      });
      if (found.size === limit) break;
    }
    return [...found.values()];
  }

  #add(entry: Omit<Entry, 'key'>): void {
    this.#entries.push({ key: this.#entries.length, ...entry });
  }
}
