/** Turns checked records into the packed dataset. */

import type { Dataset } from './dataset';
import type { Records } from './rule';

/**
 * Packs records in a fixed order, so that the same content always gives the same dataset.
 * @param digest turns the content into a version string; the same text must give the same string.
 */
export function packDataset(records: Records, digest: (content: string) => string): Dataset {
  const byId = <T extends { id: string }>(list: { record: T }[]) =>
    list.map(({ record }) => record).sort((a, b) => (a.id < b.id ? -1 : 1));
  const content = {
    companies: byId(records.companies),
    incidents: byId(records.incidents),
    dataTypes: records.dataTypes,
    sectors: records.sectors,
    renames: records.renames,
  };
  const days = content.incidents.flatMap((incident) => [
    incident.checked.date,
    ...incident.history.map((entry) => entry.date),
  ]);
  return { version: digest(JSON.stringify(content)), date: days.sort().at(-1) ?? '', ...content };
}
