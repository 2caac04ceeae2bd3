/** The names index of `data/` without checking the dataset: what a command needs that starts at once. */
import type { NamesIndex } from '../mentions/names-index';
import { packNames } from '../mentions/pack-names';
import type { Company } from '../model/company';
import { activeIncidents, companiesOf } from '../model/company-card';
import type { Incident } from '../model/incident';
import { DATA_FOLDER, readDataFolder } from './data-folder';

/** Packs the names of the companies that have an incident. Throws where a file is not JSON, and names it. */
export function packNamesOfFolder(folder: string = DATA_FOLDER): NamesIndex {
  const companies: Company[] = [];
  const incidents: Incident[] = [];
  for (const { path, text } of readDataFolder(folder)) {
    if (path.startsWith('companies/')) companies.push(parse<Company>(path, text));
    if (path.startsWith('incidents/')) incidents.push(parse<Incident>(path, text));
  }
  const named = new Set(activeIncidents(incidents).flatMap(companiesOf));
  return packNames(
    companies.filter((company) => named.has(company.id)),
    'unchecked',
  );
}

function parse<T>(path: string, text: string): T {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new Error(`data/${path} is not JSON (${(error as Error).message}); npm run data -- check tells where`);
  }
}
