/** The names index of `data/` without checking the dataset: what a command needs that starts at once. */
import type { NamesIndex } from '../mentions/names-index';
import { packNames } from '../mentions/pack-names';
import type { Company } from '../model/company';
import type { Incident } from '../model/incident';
import { DATA_FOLDER, readDataFolder } from './data-folder';

/** Packs the names of the companies that have an incident. Throws where a file is not JSON, and names it. */
export function packNamesOfFolder(folder: string = DATA_FOLDER): NamesIndex {
  const companies: Company[] = [];
  const named = new Set<string>();
  for (const { path, text } of readDataFolder(folder)) {
    if (path.startsWith('companies/')) companies.push(parse<Company>(path, text));
    if (!path.startsWith('incidents/')) continue;
    const { parties, retired } = parse<Incident>(path, text);
    if (!retired) for (const { company } of parties) if (company) named.add(company);
  }
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
