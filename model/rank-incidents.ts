/** Which incidents of a company a reader sees first. */
import { companiesOf } from './company-card';
import { type Incident, incidentDate } from './incident';
import { firstDay } from './partial-date';
import type { Role } from './vocabulary';

const ROLE_RELEVANCE: Record<Role, number> = {
  discloser: 3,
  breached: 3,
  collector: 3,
  vendor: 2,
  recipient: 2,
  claimant: 1,
  regulator: 0,
  court: 0,
};

/**
 * The incidents of one company, most relevant first. Those that share most parties with the other companies named on the
 * page come first; then the company's own part, how many people, and how recent.
 */
export function rankIncidents(
  companyId: string,
  incidents: readonly Incident[],
  onPage: readonly string[] = [],
): Incident[] {
  const others = new Set(onPage.filter((id) => id !== companyId));
  const score = (incident: Incident): number => {
    const parties = companiesOf(incident).filter((id) => id !== companyId);
    const shared = parties.filter((id) => others.has(id)).length;
    const overlap = shared >= 2 || (shared === 1 && parties.length === 1) ? 4 + shared : shared;
    const role = Math.max(
      0,
      ...incident.parties.filter((party) => party.company === companyId).map((party) => ROLE_RELEVANCE[party.role]),
    );
    const people = Math.max(0, ...incident.people.map((count) => count.value ?? count.max ?? count.min ?? 0));
    const year = Number(incidentDate(incident).slice(0, 4));
    return 3 * overlap + 2 * role + Math.log10(people + 1) / 2 + (year - 2000) / 8;
  };
  return [...incidents]
    .map((incident) => ({ incident, score: score(incident) }))
    .sort(
      (a, b) =>
        b.score - a.score || firstDay(incidentDate(b.incident)).localeCompare(firstDay(incidentDate(a.incident))),
    )
    .map(({ incident }) => incident);
}
