/** `data add` and `data new incident`: writes an incident record from answers or flags. */
import { Command } from 'commander';
import { EXPOSURES, INCIDENT_KINDS, ROLES, STATUSES } from '../../model/vocabulary';
import { DATA_FOLDER } from '../data-folder';
import { DatasetFiles, WorkshopError } from '../dataset-files';
import { type Ask, askInTerminal, canAsk, sayingNotAsked } from '../records/ask';
import { askIncident } from '../records/ask-incident';
import { CELL_FORMS } from '../records/cells';
import { DRAFTS_FOLDER, keepAnswers, removeDraft } from '../records/drafts';
import { draftOfFlags, type IncidentFlags } from '../records/incident-flags';
import { addIncident, missingWords, type Written } from '../records/write-incident';
import { writtenText } from '../records/written-text';

/**
 * Writes the record that flags and answers give.
 * @param ask who answers what the flags leave open; nobody where undefined
 */
export async function newIncident(
  flags: IncidentFlags,
  today: string,
  ask?: Ask,
): Promise<Written & { files: string[] }> {
  const files = new DatasetFiles(flags.folder);
  const { draft, wrong } = draftOfFlags(flags, files, today);
  // Whoever mends one line hears of the others now.
  const isRefused = (flag: string) => wrong.some((line) => line.startsWith(`--${flag}:`));
  const missing = ask ? undefined : missingWords(draft, isRefused);
  const all = [...wrong, ...(missing ? [missing] : [])];
  if (all.length > 0) throw new WorkshopError(all.length === 1 ? String(all[0]) : `not written\n- ${all.join('\n- ')}`);
  let { distinct } = flags;
  try {
    if (ask) distinct = await askIncident(ask, files, draft, { words: flags.words, today, distinct });
    const written = addIncident(files, draft, { distinct, words: flags.words, today });
    const paths = files.write();
    if (flags.draft) removeDraft(flags.drafts, flags.draft);
    return { ...written, files: paths };
  } catch (error) {
    // Nobody answers twenty questions twice.
    if (!ask || !draft.id) throw error;
    const why = (error as Error).name === 'ExitPromptError' ? 'broken off' : (error as Error).message;
    files.write();
    throw new WorkshopError(
      `${why}\n  Your answers are kept; go on with: npm run data -- add --draft ${keepAnswers(flags.drafts, draft)}`,
    );
  }
}

/** The command under `name`: `add`, or `incident` of `new`. */
export function newIncidentCommand(name: string): Command {
  const each = (line: string, before: string[] = []) => [...before, line];
  const words = (what: string, list: Record<string, string>) => `${what}: ${Object.keys(list).join(', ')}`;
  return new Command(name)
    .description('add an incident: asks for what it needs, or takes flags; says what is left for you')
    .option('--company <id>', 'the company that the incident is about')
    .option('--kind <kinds...>', words('what it is about, the main kind first, parted by commas', INCIDENT_KINDS))
    .option('--disclosed <date>', 'when the public learnt of it: YYYY, YYYY-MM or YYYY-MM-DD')
    .option('--decided <date>', 'when it was decided')
    .option('--discovered <date>', 'when it was found')
    .option('--happened <from/to>', 'when it happened, such as 2024-04/2024-05-24')
    .option('--role <role>', words('what the company was in it', ROLES))
    .option('--did <sentence>', 'what the company did, or what happened to it')
    .option('--as <name>', 'the name that the company bore at the time')
    .option('--alleged', 'the company’s part is claimed and not established')
    .option('--status <status>', words('how firmly it stands', STATUSES))
    .option('--exposure <how>', words('how the data left', EXPOSURES))
    .option('--data <types...>', 'kinds of data, parted by commas: ids of data/vocabulary/data-types.json')
    .option('--title <text>', 'neutral, past tense')
    .option('--summary <text>', 'our own words, at most 400 characters')
    .option('--party <line>', CELL_FORMS.party, each)
    .option('--people <line>', CELL_FORMS.people, each)
    .option('--response <line>', CELL_FORMS.response, each)
    .option('--money <line>', CELL_FORMS.money, each)
    .option('--source <line>', CELL_FORMS.source, each)
    .option('--by <name>', 'you have compared every figure with the sources: your name, as the record shows it')
    .option('--id <id>', 'another id than the one proposed')
    .option('--words <words>', 'what the id says between company and year; the kind where not given')
    .option('--draft <id>', 'begin with an imported draft (npm run data -- import); it is removed once written')
    .option('--distinct', 'it is another incident than those that look the same')
    .option('-y, --yes', 'ask nothing: what no flag gives is left out, and said')
    .option('--folder <folder>', 'the dataset', DATA_FOLDER)
    .option('--drafts <folder>', 'the drafts', DRAFTS_FOLDER)
    .addHelpText(
      'after',
      '\ndocs/workshop.md, “A settlement from beginning to end”, shows one added, checked and previewed; docs/vocabulary.md says what each word means.',
    )
    .action(async (flags: IncidentFlags) => {
      const today = new Date().toISOString().slice(0, 10);
      const unasked = !flags.yes && !canAsk();
      const written = await sayingNotAsked(unasked, () =>
        newIncident(flags, today, flags.yes || unasked ? undefined : askInTerminal),
      );
      console.log(writtenText(flags.folder, written, unasked));
    });
}
