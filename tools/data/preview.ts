/** `data preview`: the card of a company or an incident as a reader sees it, in the terminal and as a picture. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Command } from 'commander';
import { cardPicture } from '../card-picture';
import { cardText } from '../card-text';
import { DATA_FOLDER } from '../data-folder';
import { DatasetFiles } from '../dataset-files';
import { INCIDENTS_SHOWN, previewCard } from '../preview-card';

const SCREENSHOTS = fileURLToPath(new URL('../../screenshots/', import.meta.url));

interface Flags {
  company?: string;
  text?: boolean;
  out?: string;
  folder: string;
}

async function preview(id: string, flags: Flags): Promise<void> {
  const { card, problems } = previewCard(new DatasetFiles(flags.folder), id, flags.company);
  console.log(cardText(card));
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  if (errors > 0) console.log(`\nThe record still has ${errors} errors: npm run data -- check ${id}`);
  if (flags.text) return;
  const file = flags.out ? resolve(process.env.INIT_CWD ?? '.', flags.out) : join(SCREENSHOTS, `${id}.png`);
  const picture = await cardPicture(card, INCIDENTS_SHOWN);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, picture);
  console.log(`\nPicture, light and dark: ${relative(process.cwd(), file)}`);
}

/** The command `preview`. */
export function previewCommand(): Command {
  return new Command('preview')
    .description('the card as a reader sees it, in the terminal and as a picture, light and dark')
    .argument('<id>', 'a company, or an incident')
    .option('--company <id>', 'an incident on the card of this party; of the first company where not given')
    .option('--text', 'no picture')
    .option('--out <file>', 'where the picture goes; screenshots/<id>.png where not given')
    .option('--folder <folder>', 'the dataset', DATA_FOLDER)
    .action(preview);
}
