/** The tables in IndexedDB. One version a change of tables; docs/decisions/0004-database.md. */
import { Dexie, type EntityTable, type Table } from 'dexie';
import type { Company } from '../model/company';
import type { Directory } from '../model/directory';
import type { Incident } from '../model/incident';

/** An incident with what it is looked up by. */
export interface IncidentRow extends Incident {
  companyIds: string[];
}

/** What is kept besides the records, in one row. */
export interface DirectoryRow extends Directory {
  key: 'directory';
}

export const DATABASE_NAME = 'privacy-footnotes';

export class FootnotesDatabase extends Dexie {
  companies!: EntityTable<Company, 'id'>;
  incidents!: EntityTable<IncidentRow, 'id'>;
  meta!: Table<DirectoryRow, string>;

  constructor(name: string = DATABASE_NAME) {
    super(name);
    this.version(1).stores({ companies: 'id', incidents: 'id, *companyIds', meta: 'key' });
  }
}
