/**
 * Imported drafts: rows of other lists turned into unfinished records, kept outside the dataset (docs/decisions/0006-drafts.md).
 * A draft that a person has touched is never written again.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { WorkshopError } from '../dataset-files';
import { recordText } from '../record-text';
import { type IncidentDraft, inOrder } from './incident-draft';

/** Where drafts lie: not part of the dataset, and not committed. */
export const DRAFTS_FOLDER = fileURLToPath(new URL('../../drafts/', import.meta.url));

export interface ImportedDraft {
  imported: {
    /** The list: `hibp`, or the name of a CSV file. */
    from: string;
    /** What the list calls the row. */
    key: string;
    /** What the list says that found no place in the record, and what is to be looked up. */
    notes: string[];
    /** Digest of the record as it was imported: another one means that a person has changed it. */
    digest: string;
  };
  /** Set by a person who has looked: why this is no record. The draft stays, so that it is not imported again. */
  rejected?: string;
  record: IncidentDraft;
}

/** A row as an import gives it. */
export type NewDraft = { id: string; from: string; key: string; notes: string[]; record: IncidentDraft };

export interface ImportOutcome {
  written: string[];
  renewed: string[];
  unchanged: string[];
  /** Changed or rejected by a person: left as they are. */
  kept: string[];
}

const digestOf = (record: IncidentDraft) =>
  createHash('sha256')
    .update(JSON.stringify(inOrder(record)))
    .digest('hex')
    .slice(0, 16);

const fileOf = (folder: string, id: string) => join(folder, `${id}.json`);

/** Reads a draft. Throws a {@link WorkshopError} where there is none of that id. */
export function readDraft(folder: string, id: string): ImportedDraft {
  const file = fileOf(folder, id);
  if (!existsSync(file)) {
    const there = existsSync(folder) ? readdirSync(folder).map((name) => name.replace(/\.json$/, '')) : [];
    const near = there.filter((name) => name.includes(id)).slice(0, 5);
    throw new WorkshopError(
      `no draft “${id}” in ${folder}${near.length > 0 ? `; is it ${near.join(', ')}?` : `; there are ${there.length}`}`,
    );
  }
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as ImportedDraft;
  } catch (error) {
    throw new WorkshopError(`${file} is not valid JSON: ${(error as Error).message}`);
  }
}

/** Removes a draft that has become a record. */
export function removeDraft(folder: string, id: string): void {
  rmSync(fileOf(folder, id));
}

/** Keeps what a person had answered before breaking off, and gives the draft’s id. */
export function keepAnswers(folder: string, record: IncidentDraft): string {
  const base = `answers-${record.id ?? (record.parties[0]?.company || 'unnamed')}`;
  mkdirSync(folder, { recursive: true });
  let id = base;
  for (let at = 2; existsSync(fileOf(folder, id)); at++) id = `${base}-${at}`;
  const imported = { from: 'add', key: id, notes: [], digest: digestOf(record) };
  writeFileSync(fileOf(folder, id), recordText({ imported, record: inOrder(record) }));
  return id;
}

/** Writes drafts that are new, renews those whose row changed and that nobody touched, and leaves all others alone. */
export function writeDrafts(folder: string, drafts: readonly NewDraft[]): ImportOutcome {
  const outcome: ImportOutcome = { written: [], renewed: [], unchanged: [], kept: [] };
  mkdirSync(folder, { recursive: true });
  for (const { id, from, key, notes, record } of drafts) {
    const ordered = inOrder(record);
    const text = recordText({ imported: { from, key, notes, digest: digestOf(ordered) }, record: ordered });
    const list = settle(fileOf(folder, id), text);
    outcome[list].push(id);
  }
  return outcome;
}

function settle(file: string, text: string): keyof ImportOutcome {
  if (!existsSync(file)) {
    writeFileSync(file, text);
    return 'written';
  }
  const there = readFileSync(file, 'utf8');
  if (there === text) return 'unchanged';
  if (isTouched(there)) return 'kept';
  writeFileSync(file, text);
  return 'renewed';
}

/** True where a person has changed the draft, by whatever sign; what cannot be read was changed by a person. */
function isTouched(text: string): boolean {
  try {
    const draft = JSON.parse(text) as ImportedDraft;
    return draft.rejected !== undefined || digestOf(draft.record) !== draft.imported.digest;
  } catch {
    return true;
  }
}
