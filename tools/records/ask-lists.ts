/** The questions for what a record has several of: other parties, counts, answers, payments, sources. */
import type { DatasetFiles } from '../dataset-files';
import type { Ask } from './ask';
import { CELL_FORMS, type CellForm, moneyIn, partyIn, peopleIn, responseIn, sourceIn } from './cells';
import { draftCompanies, type IncidentDraft, supportablePaths } from './incident-draft';

/** Asks for each list that is empty so far, one line an entry. */
export async function askLists(ask: Ask, files: DatasetFiles, draft: IncidentDraft, today: string): Promise<void> {
  const isCompany = (id: string) => files.has(`companies/${id}.json`);
  if (draft.parties.length <= 1)
    await askEntries(ask, 'party', 'Another party (recipient, regulator, court …)', (line) => {
      draft.parties.push(partyIn(line, isCompany));
    });
  if (draft.people.length === 0)
    await askEntries(ask, 'people', 'A count, the oldest first', (line) => {
      draft.people.push(peopleIn(line));
    });
  if (draft.money.length === 0)
    await askEntries(ask, 'money', 'A fine or a payment', (line) => {
      draft.money.push(moneyIn(line));
    });
  for (const company of draftCompanies(draft)) await askResponse(ask, draft, company, today);
  if (draft.sources.every((source) => source.supports)) await askSources(ask, draft, today);
  else await askSupports(ask, draft);
}

/** Asks line by line until an empty one; a line that does not fit is said to be wrong and asked for again. */
async function askEntries(ask: Ask, form: CellForm, what: string, add: (line: string) => void): Promise<void> {
  for (;;) {
    const line = await ask.line(`${what}: ${CELL_FORMS[form]}\n  (empty to go on)`);
    if (line === '') return;
    try {
      add(line);
    } catch (error) {
      ask.say((error as Error).message);
    }
  }
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
  const date = await ask.line('When? (empty where unknown)');
  const source = await ask.line('Address of the source that gives the answer:');
  draft.responses.push({ company, text, ...(date ? { date } : {}), ...(source ? { source } : {}) });
}

async function askSources(ask: Ask, draft: IncidentDraft, today: string): Promise<void> {
  await askEntries(ask, 'source', 'A source', (line) => {
    draft.sources.push(sourceIn(line, draft, today));
  });
  await askSupports(ask, draft);
}

/** For each source that does not say yet: which fields does it back? */
async function askSupports(ask: Ask, draft: IncidentDraft): Promise<void> {
  const paths = supportablePaths(draft).map((path) => ({ value: path, name: pathInWords(path, draft) }));
  for (const source of draft.sources) {
    if (source.supports) continue;
    const chosen = await ask.many(
      `What does ${source.publisher ?? source.url} say? (space chooses, a chooses all)`,
      paths,
    );
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
