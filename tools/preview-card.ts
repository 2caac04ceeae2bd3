/** The card of a company as the extension would build it, straight from the records: they need not all be right. */
import { activeIncidents, type CompanyCard, companiesOf, companyCard } from '../model/company-card';
import { cardContextOf, directoryOf } from '../model/directory';
import type { Incident } from '../model/incident';
import type { Problem } from '../model/problem';
import { rankIncidents } from '../model/rank-incidents';
import { type DatasetFiles, WorkshopError } from './dataset-files';

/** As many as a reader sees on a page. */
export const INCIDENTS_SHOWN = 3;

export interface Preview {
  card: CompanyCard;
  /** What `check` says of the record; it can be shown all the same. */
  problems: Problem[];
}

/**
 * The card of the company `id`, or of the incident `id` on the card of a party.
 * @param company which party’s card, for an incident; the first company where not given
 */
export function previewCard(files: DatasetFiles, id: string, company?: string): Preview {
  const { records, problems } = files.check();
  const own = problems.filter((problem) => problem.file.endsWith(`/${id}.json`));
  const wanted = records.renames[id] ?? id;
  const incident = records.incidents.find(({ record }) => record.id === id)?.record;
  const holder = records.companies.find(
    ({ record }) => record.id === (incident ? holderOf(incident, company) : wanted),
  );
  if (!holder) throw new WorkshopError(whyNot(files, id, own, incident));

  const incidents = activeIncidents(records.incidents.map(({ record }) => record));
  const companies = records.companies.map(({ record }) => record);
  const mine = incidents.filter((one) => companiesOf(one).includes(holder.record.id));
  const shown = incident ? [incident] : rankIncidents(holder.record.id, mine).slice(0, INCIDENTS_SHOWN);
  const context = cardContextOf(directoryOf(companies, incidents), records);
  const card = companyCard(holder.record, shown, Math.max(mine.length, shown.length), context);
  return { card, problems: own };
}

function holderOf(incident: Incident, company: string | undefined): string | undefined {
  const parties = companiesOf(incident);
  if (company && !parties.includes(company))
    throw new WorkshopError(`${company} is no party of ${incident.id}; its companies are ${parties.join(', ')}`);
  return company ?? parties[0];
}

function whyNot(files: DatasetFiles, id: string, own: readonly Problem[], incident: Incident | undefined): string {
  if (incident) return `${id} names no company of the dataset`;
  if (own.length > 0)
    return `${id} cannot be shown before its fields are there: ${own.map(({ field, message }) => `/${field.join('/')} ${message}`).join('; ')}`;
  const near = files.paths.filter((path) => path.includes(id)).slice(0, 5);
  return `no company or incident “${id}”${near.length > 0 ? `; is it ${near.join(', ')}?` : ''}`;
}
