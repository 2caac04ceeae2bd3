/** Fills the database from a dataset, all of it or nothing. */

import { activeIncidents, companiesOf } from '../model/company-card';
import type { Dataset } from '../model/dataset';
import { directoryOf } from '../model/directory';
import type { Directory, FootnotesDatabase, IncidentRow } from './database';

/** The rows of a dataset. Retired incidents stay out. */
export function rowsOf(dataset: Dataset): { incidents: IncidentRow[]; directory: Directory } {
  const incidents = activeIncidents(dataset.incidents).map((incident) => ({
    ...incident,
    companyIds: companiesOf(incident),
  }));
  const { version, date, dataTypes, sectors, renames } = dataset;
  return {
    incidents,
    directory: {
      key: 'directory',
      version,
      date,
      companyCount: dataset.companies.length,
      incidentCount: incidents.length,
      dataTypes,
      sectors,
      renames,
      companies: directoryOf(dataset.companies, incidents),
    },
  };
}

/** Replaces the content of the database in one transaction: a stop at any moment leaves the old content whole. */
export async function seed(database: FootnotesDatabase, dataset: Dataset): Promise<Directory> {
  const { incidents, directory } = rowsOf(dataset);
  await database.transaction('rw', [database.companies, database.incidents, database.meta], async () => {
    await Promise.all([database.companies.clear(), database.incidents.clear(), database.meta.clear()]);
    await database.companies.bulkAdd(dataset.companies);
    await database.incidents.bulkAdd(incidents);
    await database.meta.add(directory);
  });
  return directory;
}

/** The directory of a database that is whole and of `version`; undefined for one that must be filled again. */
export async function intactDirectory(database: FootnotesDatabase, version: string): Promise<Directory | undefined> {
  const directory = await database.meta.get('directory');
  if (directory?.version !== version) return undefined;
  const [companies, incidents] = await Promise.all([database.companies.count(), database.incidents.count()]);
  return companies === directory.companyCount && incidents === directory.incidentCount ? directory : undefined;
}
