/** What a change of names does to the mentions in texts, and whether a new name can be told from its other senses. */
import { findMentions, type Mention } from '../mentions/find-mentions';
import type { NamesIndex } from '../mentions/names-index';
import { packNames } from '../mentions/pack-names';
import type { CompanyName } from '../model/company';
import { activeIncidents, companiesOf } from '../model/company-card';
import type { Problem } from '../model/problem';
import type { Records } from '../model/rule';
import { unguardedSense } from './ambiguous-names';
import type { LabelledText } from './labelled-text';

/** A name of a company. */
export interface OwnedName {
  company: string;
  name: CompanyName;
  /** Its place in the company’s `names`. */
  at: number;
}

export interface NamesChange {
  added: OwnedName[];
  removed: OwnedName[];
  /** Context words, dates or kind differ. */
  changed: OwnedName[];
}

/** A mention that one side has and the other has not, or has otherwise. */
export interface MentionChange {
  kind: 'appears' | 'vanishes' | 'changes';
  text: LabelledText;
  before?: Mention;
  after?: Mention;
}

/** The names index of records, packed as the build packs it; records with errors may be among them. */
export function namesOfRecords(records: Records): NamesIndex {
  const named = new Set(activeIncidents(records.incidents.map(({ record }) => record)).flatMap(companiesOf));
  const companies = records.companies.map(({ record }) => record).sort((a, b) => (a.id < b.id ? -1 : 1));
  return packNames(
    companies.filter((company) => named.has(company.id)),
    '',
  );
}

/** Which names the two sets of records do not share; a name that moved to another company is removed and added. */
export function compareNames(before: Records, after: Records): NamesChange {
  const list = (records: Records) =>
    records.companies.flatMap(({ record }) =>
      record.names.map((name, at): OwnedName => ({ company: record.id, name, at })).filter(({ name }) => !name.to),
    );
  const keyOf = ({ company, name }: OwnedName) => `${company} ${name.text}`;
  const old = new Map(list(before).map((one) => [keyOf(one), one]));
  const now = new Map(list(after).map((one) => [keyOf(one), one]));
  return {
    added: [...now].filter(([key]) => !old.has(key)).map(([, one]) => one),
    removed: [...old].filter(([key]) => !now.has(key)).map(([, one]) => one),
    changed: [...now]
      .filter(([key, one]) => old.has(key) && JSON.stringify(old.get(key)?.name) !== JSON.stringify(one.name))
      .map(([, one]) => one),
  };
}

/** Mentions that differ between two indexes, text by text. A place counts as the same where the two overlap. */
export function compareMentions(
  texts: readonly LabelledText[],
  before: NamesIndex,
  after: NamesIndex,
): MentionChange[] {
  return texts.flatMap((text) => {
    const old = findMentions(text.text, before);
    const now = findMentions(text.text, after);
    const changes: MentionChange[] = [];
    for (const mention of now) {
      const there = old.find((one) => one.start < mention.end && mention.start < one.end);
      if (!there) changes.push({ kind: 'appears', text, after: mention });
      else if (there.company !== mention.company || there.start !== mention.start || there.end !== mention.end)
        changes.push({ kind: 'changes', text, before: there, after: mention });
    }
    for (const mention of old)
      if (!now.some((one) => one.start < mention.end && mention.start < one.end))
        changes.push({ kind: 'vanishes', text, before: mention });
    return changes;
  });
}

/** From how many lower-case places on, and from what share of all its places, a name counts as a word of the texts. */
const LEAST_LOWER = 3;
const LEAST_SHARE = 0.2;

/** From how many places on, and from what share of them, a name that is also a word is known to mean the company. */
const LEAST_PLACES = 20;
const LEAST_MEANT = 0.95;

/** Places of a name in texts. */
export interface PlaceCount {
  all: number;
  /** Labelled as a company. */
  meant: number;
  /** In lower case, and not labelled as a company. */
  lower: number;
}

/** Counts the places of each name, in any case, by the name in lower case. */
export function countPlaces(names: readonly string[], texts: readonly LabelledText[]): Map<string, PlaceCount> {
  const counts = new Map(names.map((name) => [name.toLowerCase(), { all: 0, meant: 0, lower: 0 }]));
  if (counts.size === 0) return counts;
  const words = [...counts.keys()].map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replaceAll(' ', '\\s+'));
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}@#./-])(?:${words.join('|')})(?![\\p{L}\\p{N}]|\\.\\p{L})`, 'giu');
  for (const { text, mentions } of texts)
    for (const match of text.matchAll(pattern)) {
      const count = counts.get(match[0].toLowerCase().replace(/\s+/g, ' '));
      if (!count) continue;
      count.all++;
      const end = match.index + match[0].length;
      const isMeant = mentions.some((label) => label.start < end && match.index < label.end);
      if (isMeant) count.meant++;
      else if (match[0] === match[0].toLowerCase()) count.lower++;
    }
  return counts;
}

/** Names that look like something else and have no context words: errors of the dataset. */
export function unguardedNames(names: readonly OwnedName[], texts: readonly LabelledText[]): Problem[] {
  const open = names.filter(({ name }) => !name.ambiguous && !name.to);
  const counts = countPlaces(
    open.map(({ name }) => name.text),
    texts,
  );
  return open.flatMap(({ company, name, at }) => {
    const count = counts.get(name.text.toLowerCase());
    const isWord =
      count &&
      name.text !== name.text.toLowerCase() &&
      count.lower >= LEAST_LOWER &&
      count.lower >= LEAST_SHARE * count.all;
    const isKnown = count && count.all >= LEAST_PLACES && count.meant >= LEAST_MEANT * count.all;
    const sense = isKnown ? undefined : unguardedSense(name);
    if (!sense && !isWord) return [];
    return {
      rule: 'name-unguarded',
      severity: 'error' as const,
      file: `companies/${company}.json`,
      field: ['names', at],
      message: sense
        ? `“${name.text}” is also ${sense}, and has no context words`
        : `“${name.text}” stands ${count?.lower} times in lower case in the texts without meaning the company, and has no context words`,
      mend: 'Add `ambiguous` with words nearby that speak `for` the company and `against` it; `npm run -s scan -- FILE` shows the effect.',
    };
  });
}
