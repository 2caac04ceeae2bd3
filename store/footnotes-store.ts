/**
 * Answers questions about the dataset from IndexedDB. A database that is lost, outdated, damaged or blocked is made again
 * from the packed dataset; where the browser gives no database at all, answers come from the packed dataset in memory.
 */
import { Dexie } from 'dexie';
import type { Company } from '../model/company';
import { type CompanyCard, companyCard } from '../model/company-card';
import type { Dataset } from '../model/dataset';
import { cardContextOf, type DirectoryEntry } from '../model/directory';
import type { Incident } from '../model/incident';
import { rankIncidents } from '../model/rank-incidents';
import { DATABASE_NAME, type Directory, FootnotesDatabase } from './database';
import { DatasetSearch } from './dataset-search';
import { intactDirectory, rowsOf, seed } from './seed';

export interface StoreOptions {
  /** Version of the packed dataset: a database of another version is filled again. */
  version: string;
  /** Reads the packed dataset; called only where the database must be filled. */
  readDataset(): Promise<Dataset>;
  /** Name of the database; tests give their own. */
  name?: string;
}

/** The rows that a question is answered from, wherever they lie. */
interface Rows {
  directory: Directory;
  companies(ids: string[]): Promise<Company[]>;
  incidentsOf(ids: string[]): Promise<Incident[]>;
  all(): Promise<{ companies: Company[]; incidents: Incident[] }>;
}

export class FootnotesStore {
  readonly #options: Required<StoreOptions>;
  #database: FootnotesDatabase | undefined;
  #rows: Promise<Rows> | undefined;
  #search: Promise<DatasetSearch> | undefined;

  constructor(options: StoreOptions) {
    this.#options = { name: DATABASE_NAME, ...options };
  }

  /** Opens the database and fills it where needed. Rejects only where the packed dataset cannot be read. */
  async open(): Promise<Directory> {
    return this.#ask(async (rows) => rows.directory);
  }

  /**
   * Cards of companies; ids that were renamed lead to their successor, unknown ones are left out.
   * @param onPage all companies of the page, by which incidents are ranked
   * @param limit most incidents a card
   */
  async cards(ids: readonly string[], onPage: readonly string[], limit: number): Promise<CompanyCard[]> {
    return this.#ask(async (rows) => {
      const context = cardContextOf(rows.directory.companies, rows.directory);
      const wanted = [...new Set(ids.map((id) => rows.directory.renames[id] ?? id))];
      const companies = await rows.companies(wanted);
      const incidents = await rows.incidentsOf(companies.map((company) => company.id));
      return companies.map((company) => {
        const own = incidents.filter((incident) => incident.parties.some((party) => party.company === company.id));
        if (own.length !== context.incidentCountOf(company.id))
          throw new DamagedError(`incidents of ${company.id} are missing`);
        return companyCard(company, rankIncidents(company.id, own, onPage).slice(0, limit), own.length, context);
      });
    });
  }

  /** All companies that have a record, by name. */
  async companies(): Promise<(DirectoryEntry & { sectorWords: string })[]> {
    return this.#ask(async ({ directory }) =>
      directory.companies
        .filter((entry) => entry.incidentCount > 0)
        .map((entry) => withSector(entry, directory))
        .sort((a, b) => a.name.localeCompare(b.name, 'en')),
    );
  }

  /** Companies that match `query` by name, former name, brand or the title of an incident; the best first, at most `limit`. */
  async search(query: string, limit = 20): Promise<(DirectoryEntry & { sectorWords: string; via?: string })[]> {
    return this.#ask(async (rows) => {
      this.#search ??= rows.all().then(({ companies, incidents }) => new DatasetSearch(companies, incidents));
      const search = await this.#search;
      const entries = new Map(rows.directory.companies.map((entry) => [entry.id, entry]));
      return search.find(query, limit).flatMap(({ id, via }) => {
        const entry = entries.get(id);
        return entry ? [{ ...withSector(entry, rows.directory), ...(via ? { via } : {}) }] : [];
      });
    });
  }

  /** Closes the database; the next question opens it again. */
  close(): void {
    const database = this.#database;
    this.#database = undefined;
    this.#rows = undefined;
    this.#search = undefined;
    // Last: closing tells the listeners of `close`, and they come back here.
    database?.close();
  }

  /** Asks the database; at a failure makes it again and asks once more; then asks memory. Questions that fail together share the mending. */
  async #ask<T>(question: (rows: Rows) => Promise<T>): Promise<T> {
    for (let attempt = 0; ; attempt++) {
      this.#rows ??= this.#openRows();
      const rows = this.#rows;
      try {
        return await question(await rows);
      } catch (error) {
        if (attempt === 2) throw error;
        // Undefined: the database closed under the question. Another value: another question mends already.
        if (this.#rows === rows || !this.#rows) this.#mend(error, attempt === 0);
      }
    }
  }

  /** Puts a new database, or where that failed too the packed dataset in memory, in the place of the one that failed. */
  #mend(error: unknown, inDatabase: boolean): void {
    console.warn('Privacy Footnotes: the database failed and is made again.', error);
    this.close();
    const rows = this.#remove().then(() =>
      inDatabase ? this.#openRows() : this.#options.readDataset().then(rowsInMemory),
    );
    this.#rows = rows;
    // What could not be read now is asked for again by the next question.
    if (!inDatabase)
      rows.catch(() => {
        if (this.#rows === rows) this.#rows = undefined;
      });
  }

  async #openRows(): Promise<Rows> {
    const { name, version, readDataset } = this.#options;
    const database = new FootnotesDatabase(name);
    this.#database = database;
    // Deleted or upgraded elsewhere: let go at once, and open a fresh one at the next question.
    const forget = () => {
      if (this.#database === database) this.close();
    };
    database.on('versionchange', forget);
    database.on('close', forget);
    await database.open();
    const directory = (await intactDirectory(database, version)) ?? (await seed(database, await readDataset()));
    return rowsInDatabase(database, directory);
  }

  async #remove(): Promise<void> {
    try {
      await Dexie.delete(this.#options.name);
    } catch {
      // No database can be had: the last attempt answers from memory.
    }
  }
}

/** The database does not hold what its directory says. */
class DamagedError extends Error {
  override name = 'DamagedError';
}

function rowsInDatabase(database: FootnotesDatabase, directory: Directory): Rows {
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

function rowsInMemory(dataset: Dataset): Rows {
  const { incidents, directory } = rowsOf(dataset);
  return {
    directory,
    companies: async (ids) => ids.flatMap((id) => dataset.companies.find((company) => company.id === id) ?? []),
    incidentsOf: async (ids) => incidents.filter((incident) => incident.companyIds.some((id) => ids.includes(id))),
    all: async () => ({ companies: dataset.companies, incidents }),
  };
}

function withSector(entry: DirectoryEntry, directory: Directory): DirectoryEntry & { sectorWords: string } {
  return { ...entry, sectorWords: directory.sectors[entry.sector] ?? entry.sector };
}
