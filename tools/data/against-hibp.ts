/** Compares breach records with a list in the format of Have I Been Pwned. */
import { z } from 'zod';
import type { Company } from '../../model/company';
import type { Incident, PeopleCount } from '../../model/incident';
import { isPartialDate } from '../../model/partial-date';
import type { Record_, Records } from '../../model/rule';
import { dateInWords, listInWords, numberInWords, peopleInWords } from '../../model/wording';
import {
  type AgainstReport,
  type Candidate,
  cites,
  DAYS,
  daysBetween,
  isOther,
  nearestPairs,
  othersInWords,
  reportPairs,
  type Unlike,
} from './against-report';
import { missingClasses } from './hibp-classes';

/** What is read of an entry; the newer lists leave out the title, the domain and the data classes. */
export const hibpEntrySchema = z.object({
  Name: z.string().min(1),
  Title: z.string().optional(),
  Domain: z.string().optional(),
  BreachDate: z
    .string()
    .refine((date) => date.length === 10 && isPartialDate(date), { error: 'not a day: YYYY-MM-DD' }),
  PwnCount: z.number(),
  DataClasses: z.array(z.string()).optional(),
  Flags: z.array(z.string()).optional(),
});

export type HibpEntry = z.infer<typeof hibpEntrySchema>;

const KINDS: readonly Incident['kinds'][number][] = ['breach', 'exposure', 'scraping'];
const FLAGS_LEFT_OUT = ['IsFabricated', 'IsSpamList', 'IsRetired'];

/**
 * A breach of another day than the record's is still taken for the same within these days: where the accounts agree, and
 * where they do not but nothing else fits either of the two.
 */
const FAR = 550;
const NEAR = 120;
const SHARE = 0.25;

/** Which entries are about a company of the dataset, and which record tells of each. */
export function pairHibp(
  entries: readonly HibpEntry[],
  records: Records,
): { known: HibpEntry[]; pairs: Candidate<HibpEntry>[]; others: Map<HibpEntry, Incident[]> } {
  const companiesOf = companyFinder(records.companies.map(({ record }) => record));
  const others = new Map<HibpEntry, Incident[]>();
  const candidates: Candidate<HibpEntry>[] = [];
  for (const entry of entries) {
    if (entry.Flags?.some((flag) => FLAGS_LEFT_OUT.includes(flag))) continue;
    const companies = companiesOf(entry);
    if (companies.size === 0) continue;
    const breaches = records.incidents.filter(({ record }) => isBreachOf(record, companies));
    others.set(
      entry,
      breaches.map(({ record }) => record),
    );
    for (const incident of breaches) {
      const candidate = isOther(incident.record, keyOf(entry)) ? undefined : candidateOf(entry, incident);
      if (candidate) candidates.push(candidate);
    }
  }
  return { known: [...others.keys()], pairs: nearestPairs(candidates), others };
}

/** Compares the dataset with the entries. */
export function againstHibp(list: string, entries: readonly HibpEntry[], records: Records): AgainstReport {
  const { known, pairs, others } = pairHibp(entries, records);
  const paired = new Set(pairs.map((pair) => pair.entry));
  return {
    list,
    entries: 'breaches',
    total: entries.length,
    known: known.length,
    ...reportPairs(
      pairs.map(({ entry, incident }) => ({ incident, key: keyOf(entry), unlike: unlikeHibp(incident.record, entry) })),
    ),
    withoutRecord: known
      .filter((entry) => !paired.has(entry))
      .map(
        (entry) =>
          `${entry.Name} (${entry.BreachDate}, ${numberInWords(entry.PwnCount)} accounts${othersInWords(others.get(entry) ?? [])})`,
      ),
  };
}

const keyOf = (entry: HibpEntry) => `hibp:${entry.Name}`;

/** “Marks & Spencer” and “MarksAndSpencer” are one. */
const fold = (text: string) =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll('&', 'and')
    .replace(/[^\p{L}\p{N}]/gu, '');

/** Which companies of the dataset an entry is about: by domain, else by name. */
export function companyFinder(companies: readonly Company[]): (entry: HibpEntry) => Set<string> {
  const byKey = new Map<string, Set<string>>();
  const add = (key: string, id: string) => byKey.set(key, (byKey.get(key) ?? new Set()).add(id));
  for (const company of companies) {
    for (const domain of company.domains) add(`@${domain}`, company.id);
    // Names of former owners too: a breach stands with the company whose it was.
    for (const name of company.names) add(fold(name.text), company.id);
  }
  return ({ Name, Title, Domain }) => {
    const byDomain = Domain ? byKey.get(`@${Domain.toLowerCase().replace(/^www\./, '')}`) : undefined;
    // “LinkedIn Scraped Data (2021)”, “Instagram2022”
    const names = [Name, Title ?? ''].flatMap((text) => [
      text,
      text.replace(/\s*(scraped data)?\s*(\(.*\)|\d{4})?$/i, ''),
    ]);
    return new Set([...(byDomain ?? []), ...names.flatMap((name) => [...(byKey.get(fold(name)) ?? [])])]);
  };
}

function isBreachOf(incident: Incident, companies: ReadonlySet<string>): boolean {
  return (
    !incident.retired &&
    incident.kinds.some((kind) => KINDS.includes(kind)) &&
    incident.parties.some((party) => party.company && party.role !== 'recipient' && companies.has(party.company))
  );
}

/** The entry that an address of Have I Been Pwned leads to: `…/PwnedWebsites#Adobe`, `…/Breach/Adobe`. */
const entryOfUrl = (url: string) =>
  /haveibeenpwned\.com\/(?:PwnedWebsites#|(?:api\/v\d\/)?breach\/)([\w.-]+)/i.exec(url)?.[1];

function candidateOf(entry: HibpEntry, incident: Record_<Incident>): Candidate<HibpEntry> | undefined {
  const { happened, discovered, disclosed } = incident.record.dates;
  const distances = [discovered, disclosed].flatMap((date) => (date ? daysBetween(entry.BreachDate, date) : []));
  if (happened) distances.push(daysBetween(entry.BreachDate, happened.from, happened.to));
  const distance = Math.min(...distances);
  const sameCount = incident.record.people.some((count) => isNear(count, entry.PwnCount));
  const cited = cites(incident.record, entryOfUrl, entry.Name);
  const limit = sameCount ? FAR : isComparable(incident.record.people, entry.PwnCount) ? NEAR : DAYS;
  if (!cited && distance > limit) return undefined;
  return {
    entry,
    incident,
    distance: [cited ? 0 : 1, distance > DAYS ? 1 : 0, sameCount ? 0 : 1, distance],
    shared: cited || sameCount,
  };
}

/** True where no count speaks against the same matter: 2.9 billion records may be 134 million accounts, 77 million are not 37,000. */
function isComparable(people: readonly PeopleCount[], accounts: number): boolean {
  const counts = people.map(({ value, min, max }) => value ?? max ?? min ?? 0);
  return counts.length === 0 || counts.some((count) => count <= accounts * 50 && accounts <= count * 50);
}

/** True where a count and a number of accounts agree within 25 %. */
function isNear({ value, min, max }: PeopleCount, accounts: number): boolean {
  const low = value ?? min ?? max ?? 0;
  const high = value ?? max ?? min ?? 0;
  return accounts >= low * (1 - SHARE) && accounts * (1 - SHARE) <= high;
}

function unlikeHibp(incident: Incident, entry: HibpEntry): Unlike[] {
  const unlike: Unlike[] = [];
  const { happened } = incident.dates;
  if (happened && daysBetween(entry.BreachDate, happened.from, happened.to) > DAYS)
    unlike.push({
      rule: 'against-date',
      differs: 'dates',
      field: ['dates', 'happened'],
      message: `happened ${[happened.from, happened.to].flatMap((date) => (date ? dateInWords(date) : [])).join(' to ')}; the list says ${dateInWords(entry.BreachDate)}`,
    });
  if (entry.PwnCount > 0 && !incident.people.some((count) => isNear(count, entry.PwnCount)))
    unlike.push({
      rule: 'against-people',
      differs: 'people',
      field: ['people'],
      message: `${incident.people.length ? `says ${listInWords(incident.people.map(peopleInWords))}` : 'has no count'}; the list has ${numberInWords(entry.PwnCount)} accounts`,
    });
  const missing = missingClasses(entry.DataClasses ?? [], incident.dataTypes);
  if (missing.length > 0)
    unlike.push({
      rule: 'against-data-types',
      differs: 'dataTypes',
      field: ['dataTypes'],
      message: `does not name ${missing.map((name) => name.toLowerCase()).join(', ')}`,
    });
  return unlike;
}
