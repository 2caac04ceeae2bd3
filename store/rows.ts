/** The rows that questions are answered from: in the database, or in the packed dataset while there is none that is filled. */
import type { Company } from '../model/company';
import type { Directory } from '../model/directory';
import type { Incident } from '../model/incident';
import type { PackedDataset } from '../model/packed-dataset';
import type { FootnotesDatabase } from './database';

/** The rows of one version of the dataset, wherever they lie. */
export interface Rows {
  directory: Directory;
  /** Companies in the order asked for; ids that nothing is known of are left out. */
  companies(ids: string[]): Promise<Company[]>;
  /** Incidents that any of the companies takes part in, each once. */
  incidentsOf(ids: string[]): Promise<Incident[]>;
  all(): Promise<{ companies: Company[]; incidents: Incident[] }>;
}

/** The database does not hold what its directory says. */
export class DamagedError extends Error {
  override name = 'DamagedError';
}

export function rowsInDatabase(database: FootnotesDatabase, directory: Directory): Rows {
  const known = new Set(directory.companies.map((entry) => entry.id));
  return {
    directory,
    async companies(ids) {
      const wanted = ids.filter((id) => known.has(id));
      const found = await database.companies.bulkGet(wanted);
      return found.map((company, at) => {
        if (!company) throw new DamagedError(`company ${wanted[at]} is missing`);
        return company;
      });
    },
    incidentsOf: (ids) => database.incidents.where('companyIds').anyOf(ids).distinct().toArray(),
    async all() {
      const [companies, incidents] = await Promise.all([database.companies.toArray(), database.incidents.toArray()]);
      if (companies.length !== directory.companyCount || incidents.length !== directory.incidentCount)
        throw new DamagedError('records are missing');
      return { companies, incidents };
    },
  };
}

/** Reads what it is asked for from the packed dataset, and keeps it. Questions reject where a part cannot be read. */
export function rowsInPackage({ head, readPart }: PackedDataset): Rows {
  const parts = new Map<number, Promise<Incident[]>>();
  const incidentsIn = (at: number): Promise<Incident[]> => {
    const known = parts.get(at);
    if (known) return known;
    const part = readPart(at).then((text) => JSON.parse(text) as Incident[]);
    parts.set(at, part);
    // What could not be read now is asked for again by the next question.
    part.catch(() => parts.delete(at));
    return part;
  };
  const incidentsInAll = async (numbers: Iterable<number>) =>
    (await Promise.all(Array.from(numbers, incidentsIn))).flat();
  return {
    directory: head.directory,
    companies: async (ids) => ids.flatMap((id) => head.companies.find((company) => company.id === id) ?? []),
    async incidentsOf(ids) {
      const incidents = await incidentsInAll(new Set(ids.flatMap((id) => head.partsOf[id] ?? [])));
      return incidents.filter((incident) => incident.parties.some(({ company }) => company && ids.includes(company)));
    },
    all: async () => ({ companies: head.companies, incidents: await incidentsInAll(Array(head.partCount).keys()) }),
  };
}
