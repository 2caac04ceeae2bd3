/**
 * The dataset as it lies packed in the extension: a head, and the incidents in parts. A question reads the head and the few
 * parts that it needs; nothing has to take in all of it at once. docs/decisions/0004-database.md
 */
import type { Company } from './company';
import { activeIncidents, companiesOf } from './company-card';
import type { Dataset } from './dataset';
import { type Directory, directoryOf } from './directory';
import type { Incident } from './incident';

/** Incidents a part: about 0.3 MB, read or copied within ten milliseconds. */
const PART_SIZE = 100;

/** All but the incidents, and where they lie. */
export interface PackedHead {
  directory: Directory;
  companies: Company[];
  partCount: number;
  /** Of each company that has any, the parts in which its incidents lie. */
  partsOf: Record<string, number[]>;
}

export interface PackedDataset {
  head: PackedHead;
  /** The text of a part: JSON of its incidents. Rejects where it cannot be read. */
  readPart(at: number): Promise<string>;
}

/** Packs a dataset, in its own order. Retired incidents stay out. */
export function packInParts(dataset: Dataset, size = PART_SIZE): { head: PackedHead; parts: Incident[][] } {
  const { version, date, companies, dataTypes, sectors, renames } = dataset;
  const incidents = activeIncidents(dataset.incidents);
  const parts: Incident[][] = [];
  for (let from = 0; from < incidents.length; from += size) parts.push(incidents.slice(from, from + size));
  const partsOf: Record<string, number[]> = {};
  for (const [at, part] of parts.entries())
    for (const id of new Set(part.flatMap(companiesOf))) partsOf[id] = [...(partsOf[id] ?? []), at];
  const counts = { companyCount: companies.length, incidentCount: incidents.length };
  const entries = directoryOf(companies, incidents);
  const directory = { version, date, ...counts, dataTypes, sectors, renames, companies: entries };
  return { head: { directory, companies, partCount: parts.length, partsOf }, parts };
}

/** Where the head lies in the extension. */
export const HEAD_PATH = 'dataset/dataset.json';

/** Where a part lies in the extension. */
export const partPath = (at: number): string => `dataset/incidents-${at}.json`;

/** The files of a packed dataset, by their paths in the extension. */
export function packedFiles(dataset: Dataset): { path: string; contents: string }[] {
  const { head, parts } = packInParts(dataset);
  return [
    { path: HEAD_PATH, contents: JSON.stringify(head) },
    ...parts.map((part, at) => ({ path: partPath(at), contents: JSON.stringify(part) })),
  ];
}
