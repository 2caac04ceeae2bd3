/** The maintainers’ command line for the dataset: `npm run data -- <command>`. Each command is a file of `data/`. */
import { Command } from 'commander';
import { mergeCommand, renameCommand, retireCommand } from './data/change-ids';
import { checkCommand } from './data/check';
import { diffCommand } from './data/diff';
import { impactCommand } from './data/impact';
import { importCommand } from './data/import';
import { newCommand } from './data/new';
import { newIncidentCommand } from './data/new-incident';
import { previewCommand } from './data/preview';
import { rulesCommand } from './data/rules-page';
import { schemasCommand } from './data/schemas';
import { statsCommand } from './data/stats';
import { vocabularyCommand } from './data/vocabulary-page';

const program = new Command('data').description('Maintain the incident dataset (docs/workshop.md)');

program.addCommand(checkCommand());
program.addCommand(rulesCommand());
program.addCommand(vocabularyCommand());
program.addCommand(schemasCommand());
program.addCommand(statsCommand());
program.addCommand(diffCommand());

program.addCommand(newIncidentCommand('add'));
program.addCommand(newCommand());
program.addCommand(renameCommand());
program.addCommand(mergeCommand());
program.addCommand(retireCommand());
program.addCommand(importCommand());
program.addCommand(previewCommand());
program.addCommand(impactCommand());

program.parseAsync().catch((error: unknown) => {
  const isBrokenOff = error instanceof Error && error.name === 'ExitPromptError';
  console.error(
    `data: ${isBrokenOff ? 'broken off; nothing was written' : error instanceof Error ? error.message : error}`,
  );
  process.exitCode = 1;
});
