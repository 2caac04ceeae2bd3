/** `data add` and `data new incident`: writes an incident record from answers or flags. */
import { Command, Option } from 'commander';
import type { Party } from '../../model/incident';
import { EXPOSURES, INCIDENT_KINDS, ROLES, STATUSES } from '../../model/vocabulary';
import { DATA_FOLDER } from '../data-folder';
import { DatasetFiles, WorkshopError } from '../dataset-files';
import { type Ask, askInTerminal, canAsk } from '../records/ask';
import { askIncident } from '../records/ask-incident';
import { CELL_FORMS, moneyIn, partyIn, peopleIn, responseIn, sourceIn } from '../records/cells';
import { DRAFTS_FOLDER, keepAnswers, readDraft, removeDraft } from '../records/drafts';
import { emptyDraft, type IncidentDraft } from '../records/incident-draft';
import { addIncident, requireCompany, type Written } from '../records/write-incident';
import { writtenText } from '../records/written-text';

export interface IncidentFlags {
  company?: string;
  kind?: string[];
  disclosed?: string;
  decided?: string;
  discovered?: string;
  happened?: string;
  id?: string;
  words?: string;
  role?: string;
  did?: string;
  as?: string;
  alleged?: boolean;
  title?: string;
  summary?: string;
  status?: string;
  exposure?: string;
  data?: string[];
  party?: string[];
  people?: string[];
  response?: string[];
  money?: string[];
  source?: string[];
  by?: string;
  draft?: string;
  distinct?: boolean;
  yes?: boolean;
  folder: string;
  drafts: string;
}

/** The draft that the flags give, over an imported draft where one is named. */
export function draftOfFlags(flags: IncidentFlags, files: DatasetFiles, today: string): IncidentDraft {
  const draft = flags.draft ? structuredClone(readDraft(flags.drafts, flags.draft).record) : emptyDraft();
  const isCompany = (id: string) => files.has(`companies/${id}.json`);
  if (flags.company) requireCompany(files, flags.company);
  const own = draft.parties[0] ?? {};
  const party: Partial<Party> = {
    ...(flags.company ? { ...own, company: flags.company, body: undefined } : own),
    ...known({ as: flags.as, role: flags.role as Party['role'], alleged: flags.alleged, did: flags.did }),
  };
  if (Object.keys(known(party)).length > 0) draft.parties[0] = known(party);
  const [from, to] = (flags.happened ?? '').split('/');
  const dates = known({
    ...draft.dates,
    ...(from ? { happened: { from, ...(to ? { to } : {}) } } : {}),
    ...known({ discovered: flags.discovered, disclosed: flags.disclosed, decided: flags.decided }),
  });
  if (Object.keys(dates).length > 0) draft.dates = dates;
  Object.assign(
    draft,
    known({
      id: flags.id,
      title: flags.title,
      summary: flags.summary,
      status: flags.status,
      exposure: flags.exposure,
      kinds: flags.kind,
      dataTypes: flags.data?.flatMap((list) => list.split(/[,\s]+/)).filter(Boolean),
    }),
  );
  for (const line of flags.party ?? []) draft.parties.push(partyIn(line, isCompany));
  for (const line of flags.people ?? []) draft.people.push(peopleIn(line));
  for (const line of flags.money ?? []) draft.money.push(moneyIn(line));
  for (const line of flags.response ?? []) draft.responses.push(responseIn(line, today));
  for (const line of flags.source ?? []) draft.sources.push(sourceIn(line, draft, today));
  if (flags.by)
    draft.checked = { by: flags.by, date: today, against: draft.sources.flatMap(({ publisher }) => publisher ?? []) };
  return draft;
}

function known<T extends object>(value: T): T {
  return Object.fromEntries(Object.entries(value).filter(([, item]) => item !== undefined)) as T;
}

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
  const draft = draftOfFlags(flags, files, today);
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
  const choice = (flag: string, words: Record<string, string>, what: string) =>
    new Option(flag, what).choices(Object.keys(words));
  return new Command(name)
    .description('add an incident: asks for what it needs, or takes flags; says what is left for you')
    .option('--company <id>', 'the company that the incident is about')
    .addOption(choice('--kind <kind...>', INCIDENT_KINDS, 'what it is about, the main kind first'))
    .option('--disclosed <date>', 'when the public learnt of it: YYYY, YYYY-MM or YYYY-MM-DD')
    .option('--decided <date>', 'when it was decided')
    .option('--discovered <date>', 'when it was found')
    .option('--happened <from/to>', 'when it happened, such as 2024-04/2024-05-24')
    .addOption(choice('--role <role>', ROLES, 'what the company was in it'))
    .option('--did <sentence>', 'what the company did, or what happened to it')
    .option('--as <name>', 'the name that the company bore at the time')
    .option('--alleged', 'the company’s part is claimed and not established')
    .addOption(choice('--status <status>', STATUSES, 'how firmly it stands'))
    .addOption(choice('--exposure <how>', EXPOSURES, 'how the data left'))
    .option('--data <types...>', 'kinds of data: ids of data/vocabulary/data-types.json')
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
    .addHelpText('after', '\ndocs/workshop.md shows an incident added from beginning to end.')
    .action(async (flags: IncidentFlags) => {
      const today = new Date().toISOString().slice(0, 10);
      const written = await newIncident(flags, today, !flags.yes && canAsk() ? askInTerminal : undefined);
      console.log(writtenText(flags.folder, written));
    });
}
