/** The dataset, its names index and the pages’ filter of names, packed from `data/`. */
import { createHash } from 'node:crypto';
import { CUE_LISTS } from '../mentions/cue-lists';
import type { NamesFilter } from '../mentions/names-filter';
import type { NamesIndex } from '../mentions/names-index';
import { packNames } from '../mentions/pack-names';
import { packNamesFilter } from '../mentions/pack-names-filter';
import { checkFiles } from '../model/check';
import { activeIncidents, companiesOf } from '../model/company-card';
import type { Dataset } from '../model/dataset';
import { packDataset } from '../model/pack';
import type { Problem } from '../model/problem';
import { DATA_FOLDER, readDataFolder } from './data-folder';

/** Thrown where the dataset has errors and cannot be packed. */
export class DatasetError extends Error {
  constructor(readonly problems: Problem[]) {
    super(
      `the dataset has ${problems.length} errors; run \`npm run data -- check\`:\n` +
        problems
          .map((problem) => `  data/${problem.file} [${problem.rule}] /${problem.field.join('/')}: ${problem.message}`)
          .join('\n'),
    );
    this.name = 'DatasetError';
  }
}

/** The judge's words lie in the names index: a change of theirs is a new version, too. */
const CUES = JSON.stringify(CUE_LISTS);

export interface Packed {
  dataset: Dataset;
  names: NamesIndex;
  filter: NamesFilter;
}

/** Packs the dataset in `folder`. Throws a {@link DatasetError} that lists every error. */
export function packFolder(folder: string = DATA_FOLDER): Packed {
  const { records, problems } = checkFiles(readDataFolder(folder));
  const errors = problems.filter((problem) => problem.severity === 'error');
  if (errors.length > 0) throw new DatasetError(errors);
  const dataset = packDataset(records, (content) =>
    createHash('sha256').update(content).update(CUES).digest('hex').slice(0, 16),
  );
  const named = new Set(activeIncidents(dataset.incidents).flatMap(companiesOf));
  // An owner that has no incident of its own is no mention.
  const companies = dataset.companies.filter((company) => named.has(company.id));
  const { version } = dataset;
  return { dataset, names: packNames(companies, version), filter: packNamesFilter(companies, version) };
}
