/**
 * The questions for what a record has several of: other parties, counts, payments, sources, answers. One cell after the other; who
 * knows the line as flags take it (`ROLE | WHO | …`) may give it whole at the first.
 */
import { isPartialDate } from '../../model/partial-date';
import { APPEALS, CLAIMANTS, MONEY_KINDS, ROLES, SOURCE_KINDS, UNITS } from '../../model/vocabulary';
import type { DatasetFiles } from '../dataset-files';
import { type Ask, choicesOf } from './ask';
import { moneyIn, partyIn, peopleIn, responseIn, sourceIn } from './cells';
import { draftCompanies, type IncidentDraft, supportablePaths } from './incident-draft';

/** What a date may look like, as questions say it. */
export const DATE_FORM = 'YYYY, YYYY-MM or YYYY-MM-DD; empty where unknown';

const dateOrNothing = (text: string) => (text === '' || isPartialDate(text) ? undefined : DATE_FORM);

/** Asks for each list that is empty so far. */
export async function askLists(ask: Ask, files: DatasetFiles, draft: IncidentDraft, today: string): Promise<void> {
  const isCompany = (id: string) => files.has(`companies/${id}.json`);
  if (draft.parties.length <= 1)
    await askEntries(
      ask,
      'Another party: a company’s id, or the name of a body (recipient, regulator, court …)',
      async (who) => {
        draft.parties.push(partyIn(who.includes('|') ? who : await askParty(ask, who), isCompany));
      },
    );
  if (draft.people.length === 0)
    await askEntries(
      ask,
      'A count, the oldest first (1200, up to 1.2 million, at least 20, 10 to 20)',
      async (count) => {
        draft.people.push(peopleIn(count.includes('|') ? count : await askCount(ask, count)));
      },
    );
  if (draft.money.length === 0)
    await askEntries(ask, 'A fine or a payment (746 million EUR)', async (sum) => {
      draft.money.push(moneyIn(sum.includes('|') ? sum : await askMoney(ask, sum, draft)));
    });
  if (draft.sources.length === 0)
    await askEntries(ask, 'Address of a source that you have opened', async (url) => {
      draft.sources.push(sourceIn(url.includes('|') ? url : await askSource(ask, url), draft, today));
    });
  for (const company of draftCompanies(draft)) await askResponse(ask, draft, company, today);
  await askSupports(ask, draft);
}

/** Asks until nothing is answered; what does not fit is said to be wrong and asked for again. */
async function askEntries(ask: Ask, what: string, add: (first: string) => Promise<void>): Promise<void> {
  for (;;) {
    const first = await ask.line(`${what}; empty to go on:`);
    if (first === '') return;
    try {
      await add(first);
    } catch (error) {
      if ((error as Error).name !== 'WorkshopError') throw error;
      ask.say((error as Error).message);
    }
  }
}

async function askParty(ask: Ask, who: string): Promise<string> {
  const role = await ask.one(`  What was ${who}?`, choicesOf(ROLES));
  const did = await ask.line(`  What did ${who} do or receive? One sentence:`);
  const alleged = await ask.yes('  Is that claimed, and not established?', false);
  return `${role} | ${who} | ${did} | ${alleged ? 'alleged' : ''}`;
}

async function askCount(ask: Ask, count: string): Promise<string> {
  const unit = await ask.one('  Of what?', choicesOf(UNITS));
  const saidBy = await ask.one('  Who says so?', choicesOf(CLAIMANTS));
  const asOf = await ask.line(`  When was it stated? (${DATE_FORM})`, { check: dateOrNothing });
  const of = await ask.line('  Which ones, if not all? Goes on after the unit: “in the settlement class”');
  return `${count} | ${unit} | ${saidBy} | ${asOf} | ${of}`;
}

async function askMoney(ask: Ask, sum: string, draft: IncidentDraft): Promise<string> {
  const parties = draft.parties.flatMap(({ company, body }) => company ?? body ?? []);
  const names = parties.map((name) => ({ value: name, name }));
  const kind = await ask.one('  What is it?', choicesOf(MONEY_KINDS));
  const payer = await ask.one('  Who pays?', names);
  const payee = await ask.line('  Who receives it?');
  const decided = await ask.line(`  When was it decided? (${DATE_FORM})`, { check: dateOrNothing });
  const appeal = await ask.one('  Is there an appeal?', choicesOf(APPEALS), { skip: true });
  return `${sum} | ${kind} | ${payer} | ${payee} | ${decided} | ${appeal}`;
}

async function askSource(ask: Ask, url: string): Promise<string> {
  const kind = await ask.one('  What is it?', choicesOf(SOURCE_KINDS));
  const publisher = await ask.line('  Who published it?');
  const title = await ask.line('  Its title:');
  const date = await ask.line(`  When was it published? (${DATE_FORM})`, { check: dateOrNothing });
  return [kind, publisher, date, title.replaceAll('|', '/'), url].join(' | ');
}

async function askResponse(ask: Ask, draft: IncidentDraft, company: string, today: string): Promise<void> {
  if (draft.responses.some((response) => response.company === company)) return;
  const text = await ask.line(
    `What did ${company} answer, in our words? (“none” where you searched and found nothing; empty to leave it open)`,
  );
  if (text === '') return;
  if (/^none$/i.test(text)) {
    draft.responses.push(responseIn(`${company} | none`, today));
    return;
  }
  const date = await ask.line(`  When? (${DATE_FORM})`, { check: dateOrNothing });
  const urls = draft.sources.flatMap(({ url }) => (url ? [{ value: url, name: url }] : []));
  const source = urls.length > 0 ? await ask.one('  Which source gives the answer?', urls, { skip: true }) : '';
  draft.responses.push({ company, text, ...(date ? { date } : {}), ...(source ? { source } : {}) });
}

/** For each source that does not say yet: which fields does it back? */
async function askSupports(ask: Ask, draft: IncidentDraft): Promise<void> {
  const paths = supportablePaths(draft).map((path) => ({ value: path, name: pathInWords(path, draft) }));
  for (const source of draft.sources) {
    if (source.supports) continue;
    const name = source.publisher ?? source.url;
    const chosen = await ask.many(`What of this does ${name} say? (space chooses, a chooses all)`, paths);
    if (chosen.length > 0) source.supports = chosen;
  }
}

/** `people/0` with what stands there. */
function pathInWords(path: string, draft: IncidentDraft): string {
  let value: unknown = draft;
  for (const key of path.split('/')) value = (value as Record<string, unknown> | undefined)?.[key];
  const words = typeof value === 'string' ? value : Object.values((value ?? {}) as object).join(', ');
  return `${path}: ${words.slice(0, 70)}`;
}
