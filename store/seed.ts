/** Fills the database from the packed dataset, all of it or nothing. */
import { Dexie } from 'dexie';
import { companiesOf } from '../model/company-card';
import type { Directory } from '../model/directory';
import type { Incident } from '../model/incident';
import type { PackedDataset } from '../model/packed-dataset';
import type { FootnotesDatabase, IncidentRow } from './database';

/**
 * Replaces the content of the database in one transaction: a stop at any moment leaves the old content whole. Meanwhile nobody
 * else can read the database, but between two parts the thread is free. Rejects where a part cannot be read or not all rows be stored.
 */
export async function seed(database: FootnotesDatabase, { head, readPart }: PackedDataset): Promise<void> {
  // A transaction that has to wait for a file is over: all are read before it begins.
  const parts: string[] = [];
  for (let at = 0; at < head.partCount; at++) parts.push(await readPart(at));
  await database.transaction('rw', [database.companies, database.incidents, database.meta], async () => {
    await Promise.all([database.companies.clear(), database.incidents.clear(), database.meta.clear()]);
    await database.companies.bulkAdd(head.companies);
    for (const part of parts) {
      // Whoever wants it deleted or upgraded need not wait for the rest.
      if (!database.isOpen()) throw new Dexie.DatabaseClosedError();
      await database.incidents.bulkAdd(rowsOf(part));
    }
    await database.meta.add({ key: 'directory', ...head.directory });
  });
}

function rowsOf(part: string): IncidentRow[] {
  return (JSON.parse(part) as Incident[]).map((incident) => ({ ...incident, companyIds: companiesOf(incident) }));
}

/** The directory of a database that is whole and of `version`; undefined for one that must be filled again. */
export async function intactDirectory(database: FootnotesDatabase, version: string): Promise<Directory | undefined> {
  const directory = await database.meta.get('directory');
  if (directory?.version !== version) return undefined;
  const [companies, incidents] = await Promise.all([database.companies.count(), database.incidents.count()]);
  return companies === directory.companyCount && incidents === directory.incidentCount ? directory : undefined;
}
