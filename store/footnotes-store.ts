/**
 * Answers questions about the dataset from IndexedDB. A database that is lost, outdated, damaged or blocked is made again
 * from the packed dataset. While it is filled, and where the browser gives none at all, the packed dataset itself answers.
 */
import { Dexie } from 'dexie';
import { type CompanyCard, companyCard } from '../model/company-card';
import { cardContextOf, type Directory, type DirectoryEntry } from '../model/directory';
import type { PackedDataset } from '../model/packed-dataset';
import { rankIncidents } from '../model/rank-incidents';
import { DATABASE_NAME, FootnotesDatabase } from './database';
import { DatasetSearch } from './dataset-search';
import { DamagedError, type Rows, rowsInDatabase, rowsInPackage } from './rows';
import { intactDirectory, seed } from './seed';

export interface StoreOptions {
  /** Version of the packed dataset: a database of another version is filled again. */
  version: string;
  /** Reads the head of the packed dataset; called only where the database must be filled. */
  readDataset(): Promise<PackedDataset>;
  /** Name of the database; tests give their own. */
  name?: string;
  /** Told when the database begins to be filled; `filled` is settled, and never rejected, when that is over. */
  onFilling?(filled: Promise<void>): void;
}

export class FootnotesStore {
  readonly #options: StoreOptions & { name: string };
  #database: FootnotesDatabase | undefined;
  #rows: Promise<Rows> | undefined;
  /** Settled, and never rejected, once the database is filled or cannot be. */
  #filled: Promise<void> | undefined;
  #search: Promise<DatasetSearch> | undefined;

  constructor(options: StoreOptions) {
    this.#options = { name: DATABASE_NAME, ...options };
  }

  /**
   * Opens the database and waits until it is filled, or cannot be; no other question waits for that. Rejects only where the
   * packed dataset cannot be read.
   */
  async open(): Promise<Directory> {
    const directory = await this.#ask(async (rows) => rows.directory);
    await this.#filled;
    return directory;
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
      const search = await this.#search.catch((error: unknown) => {
        this.#search = undefined;
        throw error;
      });
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

  /** Asks the database; at its failure makes it again and asks once more; then asks the package. Questions that fail together share the mending. */
  async #ask<T>(question: (rows: Rows) => Promise<T>): Promise<T> {
    for (let attempt = 0; ; attempt++) {
      this.#rows ??= this.#openRows();
      const rows = this.#rows;
      try {
        return await question(await rows);
      } catch (error) {
        // Another database would not help either, and what this one holds stays.
        if (attempt === 2 || error instanceof PackageError) throw error;
        // Undefined: the database closed under the question. Another value: another question mends already.
        if (this.#rows === rows || !this.#rows) this.#mend(error, attempt === 0);
      }
    }
  }

  /** Puts a new database, or where that failed too the packed dataset, in the place of the one that failed. */
  #mend(error: unknown, inDatabase: boolean): void {
    console.warn('Privacy Footnotes: the database failed and is made again.', error);
    this.close();
    const rows = this.#remove().then(() => (inDatabase ? this.#openRows() : this.#readDataset().then(rowsInPackage)));
    this.#rows = rows;
    // What could not be read now is asked for again by the next question.
    if (!inDatabase)
      rows.catch(() => {
        if (this.#rows === rows) this.#rows = undefined;
      });
  }

  async #openRows(): Promise<Rows> {
    const database = new FootnotesDatabase(this.#options.name);
    this.#database = database;
    // Deleted or upgraded elsewhere: let go at once, and open a fresh one at the next question.
    const forget = () => {
      if (this.#database === database) this.close();
    };
    database.on('versionchange', forget);
    database.on('close', forget);
    await database.open();
    const directory = await intactDirectory(database, this.#options.version);
    if (directory) return rowsInDatabase(database, directory);
    // What could not be read now is asked for again by the next question.
    const dataset = await this.#readDataset().catch((error: unknown) => {
      forget();
      throw error;
    });
    this.#filled = this.#fill(database, dataset);
    this.#options.onFilling?.(this.#filled);
    return rowsInPackage(dataset);
  }

  /** Fills the database while the packed dataset answers, and then puts it in the place of that. */
  async #fill(database: FootnotesDatabase, dataset: PackedDataset): Promise<void> {
    try {
      await seed(database, dataset);
      if (this.#database === database) this.#rows = Promise.resolve(rowsInDatabase(database, dataset.head.directory));
    } catch (error) {
      // Closed meanwhile: the next question fills another. Otherwise the next start tries again; the old content is whole.
      if (this.#database === database)
        console.warn('Privacy Footnotes: the database could not be filled; the packed dataset answers.', error);
    }
  }

  async #readDataset(): Promise<PackedDataset> {
    const read = <T>(reading: Promise<T>) =>
      reading.catch((error: unknown) => {
        throw new PackageError(error instanceof Error ? error.message : String(error), { cause: error });
      });
    const { head, readPart } = await read(this.#options.readDataset());
    return { head, readPart: (at) => read(readPart(at)) };
  }

  async #remove(): Promise<void> {
    try {
      await Dexie.delete(this.#options.name);
    } catch {
      // No database can be had: the last attempt asks the package.
    }
  }
}

/** The packed dataset cannot be read. */
class PackageError extends Error {
  override name = 'PackageError';
}

function withSector(entry: DirectoryEntry, directory: Directory): DirectoryEntry & { sectorWords: string } {
  return { ...entry, sectorWords: directory.sectors[entry.sector] ?? entry.sector };
}
