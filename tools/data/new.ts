/** `data new company` and `data new incident`. */
import { Command } from 'commander';
import { newCompanyCommand } from './new-company';
import { newIncidentCommand } from './new-incident';

/** The command `new`. */
export function newCommand(): Command {
  return new Command('new')
    .description('add a record: `new company` or `new incident`')
    .addCommand(newCompanyCommand())
    .addCommand(newIncidentCommand('incident'));
}
