/** The maintainers’ command line for the dataset: `npm run data -- <command>`. */
import { Command } from 'commander';
import { runCheck } from './data/check';
import { runSchemas } from './data/schemas';
import { DATA_FOLDER } from './data-folder';

const program = new Command('data').description('Maintain the incident dataset');

program
  .command('check')
  .description('validate every file: all errors at once, each with file, field, rule and what to do')
  .argument('[words...]', 'show only problems of files whose path contains one of these words')
  .option('--folder <folder>', 'the dataset to check', DATA_FOLDER)
  .action((words: string[], options: { folder: string }) => {
    process.exitCode = runCheck(options.folder, words);
  });

program
  .command('schemas')
  .description('write the JSON Schemas that editors use, from the zod schemas')
  .action(() => runSchemas(DATA_FOLDER));

program.parse();
