/** The maintainers’ command line for the dataset: `npm run data -- <command>`. Each command is a file of `data/`. */
import { Command } from 'commander';
import { checkCommand } from './data/check';
import { schemasCommand } from './data/schemas';

const program = new Command('data').description('Maintain the incident dataset (docs/workshop.md)');

program.addCommand(checkCommand());
program.addCommand(schemasCommand());

program.parseAsync().catch((error: unknown) => {
  console.error(`data: ${error instanceof Error ? error.message : error}`);
  process.exitCode = 1;
});
