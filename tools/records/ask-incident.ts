/** The questions of `add` and `new incident`, in the order in which a maintainer reads the sources. */
import { isPartialDate } from '../../model/partial-date';
import { EXPOSURES, INCIDENT_KINDS, ROLES, STATUSES } from '../../model/vocabulary';
import { type DatasetFiles, WorkshopError } from '../dataset-files';
import { type Ask, choicesOf } from './ask';
import { askCompany } from './ask-company';
import { askLists, DATE_FORM } from './ask-lists';
import { dataTypesIn } from './data-types';
import { nearLines } from './duplicates';
import { type IncidentDraft, pagesOf } from './incident-draft';
import { addCompany } from './write-company';
import { duplicatesOf, duplicateWords, idFor } from './write-incident';

const dateOrNothing = (text: string) => (text === '' || isPartialDate(text) ? undefined : DATE_FORM);

/** What a company of such an incident usually was, and how the data usually left: offered first, never taken unasked. */
const USUAL: Partial<Record<string, { role: string; exposure: string }>> = {
  'partner-sharing': { role: 'discloser', exposure: 'shared' },
  sale: { role: 'discloser', exposure: 'sold' },
  breach: { role: 'breached', exposure: 'accessed' },
  exposure: { role: 'breached', exposure: 'exposed' },
  scraping: { role: 'breached', exposure: 'accessed' },
  misuse: { role: 'collector', exposure: 'collected' },
  tracking: { role: 'collector', exposure: 'collected' },
  surveillance: { role: 'collector', exposure: 'collected' },
};

/**
 * Asks for what `draft` lacks, and fills it in there: whoever breaks off keeps what was answered. A company that is not there
 * yet is asked for and added to `files`, unwritten.
 * @returns true where the person said that it is another incident than those found
 */
export async function askIncident(
  ask: Ask,
  files: DatasetFiles,
  draft: IncidentDraft,
  options: { words?: string; today: string; distinct?: boolean },
): Promise<boolean> {
  const [first] = draft.parties;
  if (!first?.company)
    draft.parties[0] = { ...first, company: await askWhich(ask, files, first?.body), body: undefined };
  if (!draft.kinds?.length) draft.kinds = await askKinds(ask);
  await askDates(ask, draft);

  let distinct = options.distinct || (await settleDuplicates(ask, files, draft));
  const near = nearLines(duplicatesOf(files, draft).near);
  if (near.length > 0) ask.say(['Near it, and not taken for the same:', ...near].join('\n  '));
  draft.id ??= await ask.line('Id (permanent):', {
    default: idFor(files, draft, options.words),
    check: (text) =>
      !/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(text)
        ? 'lower-case letters, digits and single hyphens'
        : duplicatesOf(files, { ...draft, id: text }).repeated.find(({ because }) => because === 'id')?.message,
  });

  const usual = USUAL[draft.kinds?.[0] ?? ''];
  draft.status ??= orOpen(await ask.one('How firmly does it stand?', choicesOf(STATUSES), { skip: true }));
  draft.exposure ??= orOpen(
    await ask.one('How did the data leave?', choicesOf(EXPOSURES), { default: usual?.exposure, skip: true }),
  );
  const own = draft.parties[0] ?? {};
  own.role ??= orOpen(
    await ask.one(`What was ${own.company}?`, choicesOf(ROLES), { default: usual?.role, skip: true }),
  );
  own.did ??=
    (await ask.line('What did it do, or what happened to it? One sentence:', { check: upTo(240) })) || undefined;
  draft.dataTypes ??= await askDataTypes(ask, files);
  await askLists(ask, files, draft, options.today);
  // The sources tell what company and kind did not.
  distinct ||= await settleDuplicates(ask, files, draft);
  draft.title ??=
    (await ask.line('Title (neutral, past tense, at most 140 characters):', { check: upTo(140) })) || undefined;
  draft.summary ??=
    (await ask.line('Summary (our own words, who says so, at most 400 characters):', { check: upTo(400) })) ||
    undefined;
  if (!draft.checked) await askChecked(ask, draft, options.today);
  return distinct;
}

const orOpen = <T extends string>(value: string): T | undefined => (value === '' ? undefined : (value as T));

const upTo = (most: number) => (text: string) =>
  text.length > most ? `${text.length} characters; at most ${most}` : undefined;

/** @param named how an imported draft calls it */
async function askWhich(ask: Ask, files: DatasetFiles, named?: string): Promise<string> {
  const companies = files.check().records.companies.map(({ record }) => ({ value: record.id, name: record.name }));
  const id = await ask.find(`Which company is it about?${named ? ` (“${named}”)` : ''}`, companies, {
    value: '',
    name: '(a company that is not there yet)',
  });
  if (id) return id;
  const added = addCompany(files, await askCompany(ask, files, {}));
  ask.say(`${added.path} will be written too.`);
  return added.id;
}

async function askKinds(ask: Ask): Promise<IncidentDraft['kinds']> {
  const choices = choicesOf(INCIDENT_KINDS);
  const main = await ask.one('What is it about, mainly?', choices);
  const others = await ask.many(
    'And what else? (space chooses)',
    choices.filter(({ value }) => value !== main),
  );
  return [main, ...others] as IncidentDraft['kinds'];
}

async function askDates(ask: Ask, draft: IncidentDraft): Promise<void> {
  const dates = { ...draft.dates };
  while (!dates.disclosed && !dates.decided) {
    dates.disclosed =
      (await ask.line(`When did the public learn of it? (${DATE_FORM})`, { check: dateOrNothing })) || undefined;
    dates.decided = (await ask.line('When was it decided, if it was?', { check: dateOrNothing })) || undefined;
    if (!dates.disclosed && !dates.decided) ask.say('One of the two is needed: it tells the year of the record.');
  }
  if (!dates.happened) {
    const from = await ask.line('Since when did it happen?', { check: dateOrNothing });
    const to = from ? await ask.line('Until when?', { check: dateOrNothing }) : '';
    if (from) dates.happened = { from, ...(to ? { to } : {}) };
  }
  draft.dates = Object.fromEntries(Object.entries(dates).filter(([, date]) => date)) as IncidentDraft['dates'];
}

/** Asks whether what was found is the same incident; throws where it is. */
async function settleDuplicates(ask: Ask, files: DatasetFiles, draft: IncidentDraft): Promise<boolean> {
  const { repeated } = duplicatesOf(files, draft);
  if (repeated.length === 0) return false;
  ask.say(duplicateWords(repeated));
  if (await ask.yes('Is yours another incident?', false)) return true;
  throw new WorkshopError(`no second record; correct ${repeated.map(({ file }) => file).join(', ')} instead`);
}

async function askDataTypes(ask: Ask, files: DatasetFiles): Promise<string[] | undefined> {
  const { dataTypes } = files.check().records;
  let types: string[] = [];
  await ask.line('Kinds of data, parted by commas (names, email-addresses …):', {
    check: (typed) => {
      try {
        types = dataTypesIn(typed, dataTypes);
        return undefined;
      } catch (error) {
        return (error as Error).message;
      }
    },
  });
  return types.length > 0 ? types : undefined;
}

async function askChecked(ask: Ask, draft: IncidentDraft, today: string): Promise<void> {
  // Without a source there is nothing that it was compared with.
  if (draft.sources.length === 0) return;
  if (!(await ask.yes('Have you compared every figure, date and name with the sources?', false))) return;
  const by = await ask.line('Your name, as the record shows it:', { default: 'Privacy Footnotes maintainers' });
  draft.checked = { by, date: today, against: pagesOf(draft) };
}
