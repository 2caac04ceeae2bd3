/** Retires an incident: the record stays, with its reason, and is no longer shown. */
import type { Incident } from '../../model/incident';
import { type DatasetFiles, problemLines, WorkshopError } from '../dataset-files';

export interface Retirement {
  reason: string;
  /** Id of the incident that tells it instead. */
  replacedBy?: string;
  /** `YYYY-MM-DD` */
  today: string;
}

/** Changes `files`, unwritten, and gives the path; throws a {@link WorkshopError} where it would break something. */
export function retireIncident(files: DatasetFiles, id: string, { reason, replacedBy, today }: Retirement): string {
  const path = findIncident(files, id);
  const incident = files.json(path) as Incident | undefined;
  if (!incident) throw new WorkshopError(`${path} is not valid JSON; mend it first`);
  if (incident.retired) throw new WorkshopError(`${id} is retired already: ${incident.retired.reason}`);
  if (replacedBy) {
    if (replacedBy === id) throw new WorkshopError('an incident cannot replace itself');
    const other = files.json(findIncident(files, replacedBy)) as Incident | undefined;
    if (other?.retired) throw new WorkshopError(`${replacedBy} is retired itself; name one that is shown`);
  }
  const change = `Retired: ${reason}`.slice(0, 240);
  files.put(path, {
    ...incident,
    history: [...incident.history, { date: today, change }],
    retired: { date: today, reason, ...(replacedBy ? { replacedBy } : {}) },
  });
  // What led here leads on, so that nobody follows a chain of retired records.
  for (const other of files.paths.filter(
    (one) => one.startsWith('incidents/') && files.text(one).includes(`"${id}"`),
  )) {
    const record = files.json(other) as Incident | undefined;
    if (record?.retired?.replacedBy !== id) continue;
    if (!replacedBy)
      throw new WorkshopError(`${other} says that it is replaced by ${id}; name what replaces both with --replaced-by`);
    files.put(other, { ...record, retired: { ...record.retired, replacedBy } });
  }
  const errors = files.newErrors();
  if (errors.length > 0) throw new WorkshopError(`nothing was written\n${problemLines(errors)}`);
  return path;
}

function findIncident(files: DatasetFiles, id: string): string {
  const path = files.paths.find((one) => one.startsWith('incidents/') && one.endsWith(`/${id}.json`));
  if (path) return path;
  if (files.has(`companies/${id}.json`))
    throw new WorkshopError(
      `“${id}” is a company: retire its incidents, or \`merge\` it into another; one without incidents is not shown`,
    );
  const near = files.paths.filter((one) => one.startsWith('incidents/') && one.includes(id)).slice(0, 5);
  throw new WorkshopError(`no incident “${id}”${near.length > 0 ? `; is it ${near.join(', ')}?` : ''}`);
}
