/** `data rename`, `data merge` and `data retire`: changes that keep every id leading somewhere. */
import { join, relative } from 'node:path';
import { Command, Option } from 'commander';
import { NAME_KINDS, type NameKind } from '../../model/vocabulary';
import { countOf } from '../../model/wording';
import { DATA_FOLDER } from '../data-folder';
import { DatasetFiles } from '../dataset-files';
import { mergeCompany, renameCompany } from '../records/company-ids';
import { retireIncident } from '../records/retire-incident';

function writeAndSay(files: DatasetFiles, done: string, notes: readonly string[] = []): void {
  const paths = files.write();
  console.log(`${done}: ${countOf(paths.length, 'file')} changed`);
  for (const path of paths)
    console.log(`  ${relative(process.cwd(), join(files.folder, path))}${files.has(path) ? '' : ' (gone)'}`);
  for (const note of notes) console.log(`Look at this: ${note}`);
}

/** The command `rename`. */
export function renameCommand(): Command {
  return new Command('rename')
    .description('give a company another id; the old one leads to it through renames.json, all files follow')
    .argument('<old>', 'id of the company')
    .argument('<new>', 'its new id')
    .option('--folder <folder>', 'the dataset', DATA_FOLDER)
    .addHelpText('after', '\nIncidents keep their ids: nothing leads on from one.')
    .action((from: string, to: string, { folder }: { folder: string }) => {
      const files = new DatasetFiles(folder);
      renameCompany(files, from, to);
      writeAndSay(files, `${from} is ${to} now`);
    });
}

/** The command `merge`. */
export function mergeCommand(): Command {
  return new Command('merge')
    .description('make one company part of another: names, domains and incidents move, the old id leads on')
    .argument('<from>', 'id of the company that goes')
    .argument('<into>', 'id of the company that stays')
    .addOption(
      new Option('--as <kind>', 'what the name of the first is for the second')
        .choices(Object.keys(NAME_KINDS))
        .default('former'),
    )
    .option('--folder <folder>', 'the dataset', DATA_FOLDER)
    .addHelpText(
      'after',
      '\nIts incidents keep its name (`as`). For a company that was bought and goes on, set `parent` instead.',
    )
    .action((from: string, into: string, { folder, as }: { folder: string; as: NameKind }) => {
      const files = new DatasetFiles(folder);
      const notes = mergeCompany(files, from, into, as);
      writeAndSay(files, `${from} is part of ${into} now`, notes);
    });
}

/** The command `retire`. */
export function retireCommand(): Command {
  return new Command('retire')
    .description('take an incident off the cards; the record stays, with the reason')
    .argument('<id>', 'id of the incident')
    .requiredOption('--reason <text>', 'why, in a sentence')
    .option('--replaced-by <id>', 'the incident that tells it instead')
    .option('--folder <folder>', 'the dataset', DATA_FOLDER)
    .action((id: string, { folder, reason, replacedBy }: { folder: string; reason: string; replacedBy?: string }) => {
      const files = new DatasetFiles(folder);
      const today = new Date().toISOString().slice(0, 10);
      retireIncident(files, id, { reason, replacedBy, today });
      writeAndSay(files, `${id} is retired`);
    });
}
