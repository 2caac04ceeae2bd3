/** `data import hibp FILE` and `data import csv FILE`: rows of other lists become drafts, outside the dataset. */
import { readFileSync } from 'node:fs';
import { basename, relative, resolve } from 'node:path';
import { Command } from 'commander';
import { countOf } from '../../model/wording';
import { DATA_FOLDER } from '../data-folder';
import { DatasetFiles, WorkshopError } from '../dataset-files';
import { CSV_COLUMNS, draftsOfCsv } from '../records/csv-drafts';
import { DRAFTS_FOLDER, type ImportOutcome, writeDrafts } from '../records/drafts';
import { knownIncidents } from '../records/duplicates';
import { draftsOfHibp, readHibpRows } from '../records/hibp-drafts';

interface Flags {
  folder: string;
  drafts: string;
  all?: boolean;
}

const placeOf = (file: string) => resolve(process.env.INIT_CWD ?? '.', file);

function outcomeText(outcome: ImportOutcome, folder: string): string {
  const { written, renewed, unchanged, kept } = outcome;
  const place = relative(process.cwd(), folder) || '.';
  return [
    `${countOf(written.length, 'draft')} written to ${place}/, ${renewed.length} renewed, ${unchanged.length} unchanged, ${kept.length} kept as a person left them.`,
    ...(written.length > 0
      ? [
          `Finish one with: npm run data -- add --draft ${written[0]}`,
          'Set `rejected` to the reason in one that is no record; do not delete it.',
        ]
      : []),
  ].join('\n');
}

function importHibp(file: string, flags: Flags): void {
  const files = new DatasetFiles(flags.folder);
  const rows = readHibpRows(placeOf(file));
  const { drafts, leftOut } = draftsOfHibp(rows, files.check().records, knownIncidents(files), flags.all === true);
  console.log(
    `${countOf(rows.length, 'row')}: ${leftOut.onRecord} on record, ${leftOut.unknownCompany} of companies that the dataset does not know (--all), ${leftOut.noBreach} no breach.`,
  );
  console.log(outcomeText(writeDrafts(flags.drafts, drafts), flags.drafts));
}

function importCsv(file: string, flags: Flags): void {
  const files = new DatasetFiles(flags.folder);
  const list = basename(file).replace(/\.\w+$/, '');
  const { drafts, onRecord, refused } = draftsOfCsv(readText(file), list, files.check().records, knownIncidents(files));
  for (const line of onRecord) console.log(`On record already, ${line}`);
  for (const line of refused) console.error(`Refused, ${line}`);
  console.log(outcomeText(writeDrafts(flags.drafts, drafts), flags.drafts));
  if (refused.length > 0) process.exitCode = 1;
}

function readText(file: string): string {
  try {
    return readFileSync(placeOf(file), 'utf8');
  } catch (error) {
    throw new WorkshopError(
      `${file} cannot be read (${(error as NodeJS.ErrnoException).code}); give the path of a CSV file`,
    );
  }
}

/** The command `import`. */
export function importCommand(): Command {
  const list = (name: string, what: string) =>
    new Command(name)
      .description(what)
      .argument('<file>', 'the list')
      .option('--folder <folder>', 'the dataset', DATA_FOLDER)
      .option('--drafts <folder>', 'where drafts lie', DRAFTS_FOLDER);
  const columns = Object.entries(CSV_COLUMNS).map(([name, holds]) => `  ${name.padEnd(11)} ${holds}`);
  return new Command('import')
    .description(
      'turn rows of another list into drafts; what a person changed stays, and running it twice changes nothing',
    )
    .addCommand(
      list('hibp', 'a JSON list in the format of Have I Been Pwned')
        .option('--all', 'also rows of companies that the dataset does not know')
        .action(importHibp),
    )
    .addCommand(
      list('csv', 'a CSV file with a heading line')
        .addHelpText('after', `\nColumns (company and kinds must be there):\n${columns.join('\n')}`)
        .action(importCsv),
    );
}
