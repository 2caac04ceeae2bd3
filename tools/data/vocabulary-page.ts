/** `data vocabulary`: writes docs/vocabulary.md, the closed lists with a meaning for each word, from the lists themselves. */
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Command } from 'commander';
import { CLOSED_LISTS, type ListOfWords } from '../../model/vocabulary-meanings';

const PAGE = 'docs/vocabulary.md';

/** The page with all closed lists. */
export function vocabularyPage(): string {
  return `${[
    '# The words of the closed lists',
    'Written by `npm run data -- vocabulary` from `model/vocabulary.ts` and `model/vocabulary-meanings.ts`: edit them there. Kinds of data and sectors are lists of the dataset: [data-types.json](../data/vocabulary/data-types.json), [sectors.json](../data/vocabulary/sectors.json).',
    'Where two words fit, take the one that says less.',
    ...CLOSED_LISTS.map(tableOf),
  ].join('\n\n')}\n`;
}

function tableOf({ field, about, words, meanings }: ListOfWords): string {
  const rows = Object.entries(words).map(([word, shown]) => `| \`${word}\` | ${shown} | ${meanings[word]} |`);
  return [
    `## ${field.replace('[]', '')}`,
    about,
    ['| word | a reader sees | means |', '|---|---|---|', ...rows].join('\n'),
  ].join('\n\n');
}

/** The command `vocabulary`. */
export function vocabularyCommand(): Command {
  return new Command('vocabulary')
    .description(`write ${PAGE}, which says what each word of the closed lists means`)
    .action(() => writeFileSync(fileURLToPath(new URL(`../../${PAGE}`, import.meta.url)), vocabularyPage()));
}
