/** What the flags of `add` and `new incident` give: a draft, and all that does not fit. */
import type { Vocabulary } from '../../model/dataset';
import type { Party } from '../../model/incident';
import { EXPOSURES, INCIDENT_KINDS, ROLES, STATUSES } from '../../model/vocabulary';
import { type DatasetFiles, WorkshopError } from '../dataset-files';
import { dateIn, moneyIn, partyIn, peopleIn, responseIn, sourceIn, wordIn } from './cells';
import { dataTypesIn } from './data-types';
import { readDraft } from './drafts';
import { emptyDraft, type IncidentDraft, pagesOf } from './incident-draft';
import { requireCompany } from './write-incident';

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

interface FlagDraft {
  draft: IncidentDraft;
  /** What does not fit, of all flags. */
  wrong: string[];
}

/** The draft that the flags give, over an imported draft where one is named; what does not fit is left out and said. */
export function draftOfFlags(flags: IncidentFlags, files: DatasetFiles, today: string): FlagDraft {
  const draft = flags.draft ? structuredClone(readDraft(flags.drafts, flags.draft).record) : emptyDraft();
  const wrong: string[] = [];
  const take = <T>(read: () => T, flag?: string): T | undefined => {
    try {
      return read();
    } catch (error) {
      if (!(error instanceof WorkshopError)) throw error;
      wrong.push(flag ? `--${flag}: ${error.message}` : error.message);
      return undefined;
    }
  };
  const each = <T>(lines: readonly string[] | undefined, read: (line: string) => T): T[] =>
    (lines ?? []).flatMap((line) => take(() => read(line)) ?? []);
  const word = <K extends string>(flag: keyof IncidentFlags, words: Record<K, string>): K | undefined => {
    const text = flags[flag];
    return typeof text === 'string' ? take(() => wordIn(words, text), flag) : undefined;
  };
  const date = (flag: string, text: string | undefined) => (text ? take(() => dateIn(text), flag) : undefined);

  const isCompany = (id: string) => files.has(`companies/${id}.json`);
  const { company } = flags;
  if (company) take(() => requireCompany(files, company));
  const own = draft.parties[0] ?? {};
  const party: Partial<Party> = {
    ...(company ? { ...own, company, body: undefined } : own),
    ...known({ as: flags.as, role: word('role', ROLES), alleged: flags.alleged, did: flags.did }),
  };
  if (Object.keys(known(party)).length > 0) draft.parties[0] = known(party);
  const [from, to] = (flags.happened ?? '').split('/').map((part) => date('happened', part.trim()));
  const dates = known({
    ...draft.dates,
    ...(from ? { happened: { from, ...(to ? { to } : {}) } } : {}),
    ...known({
      discovered: date('discovered', flags.discovered),
      disclosed: date('disclosed', flags.disclosed),
      decided: date('decided', flags.decided),
    }),
  });
  if (Object.keys(dates).length > 0) draft.dates = dates;
  const kinds = listOf(flags.kind)?.flatMap((kind) => take(() => wordIn(INCIDENT_KINDS, kind), 'kind') ?? []);
  const types = listOf(flags.data)?.join(',');
  const dataTypes = (files.json('vocabulary/data-types.json') ?? {}) as Vocabulary;
  Object.assign(
    draft,
    known({
      id: flags.id,
      title: flags.title,
      summary: flags.summary,
      status: word('status', STATUSES),
      exposure: word('exposure', EXPOSURES),
      kinds,
      dataTypes: types && take(() => dataTypesIn(types, dataTypes), 'data'),
    }),
  );
  draft.parties.push(...each(flags.party, (line) => partyIn(line, isCompany)));
  draft.people.push(...each(flags.people, peopleIn));
  draft.money.push(...each(flags.money, moneyIn));
  draft.responses.push(...each(flags.response, (line) => responseIn(line, today)));
  draft.sources.push(...each(flags.source, (line) => sourceIn(line, draft, today)));
  if (flags.by) draft.checked = { by: flags.by, date: today, against: pagesOf(draft) };
  return { draft, wrong };
}

/** The words of a flag that takes several, parted by commas or blanks. */
const listOf = (given: readonly string[] | undefined) => given?.flatMap((list) => list.split(/[,\s]+/)).filter(Boolean);

function known<T extends object>(value: T): T {
  return Object.fromEntries(Object.entries(value).filter(([, item]) => item !== undefined)) as T;
}
