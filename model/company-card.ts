/**
 * What a reader is shown of a company: its record and its incidents turned into words. Built in the background, sent to
 * the page and the popup as plain JSON.
 */
import { type Company, ownerNow } from './company';
import type { Vocabulary } from './dataset';
import { type Incident, incidentDate, type Party } from './incident';
import { GIVING_ROLES, INCIDENT_KINDS, ROLES, type Role, SOURCE_KINDS, STATUSES, type Status } from './vocabulary';
import { claimInWords, dateInWords, exposureInWords, moneyInWords, noResponseInWords, peopleInWords } from './wording';

export interface SourceView {
  title: string;
  publisher: string;
  /** In words; empty where unknown. */
  date: string;
  url: string;
  /** In words: “regulator”, “newsroom” … */
  kind: string;
}

export interface ResponseView {
  /** The answer in our words, or the words that none was found. */
  text: string;
  /** False where no answer was found. */
  found: boolean;
  date: string;
  /** Address of the source that gives it. */
  url?: string;
}

export interface PeopleView {
  /** “up to 87 million people” */
  count: string;
  /** “according to the company, 4 April 2018” */
  claim: string;
}

/** One incident as shown next to one company. */
export interface IncidentView {
  id: string;
  title: string;
  summary: string;
  /** When it became public, in words, and as `YYYY[-MM[-DD]]`. */
  date: string;
  isoDate: string;
  /** When it happened, in words; empty where unknown. */
  happened: string;
  kinds: string[];
  status: Status;
  statusWords: string;
  /** What this company was and did in it. */
  role: Role;
  roleWords: string;
  did: string;
  alleged: boolean;
  /** The name that the company bore at the time, where it differs. */
  as?: string;
  /** Who gave the data, and who received it; names. Either may be empty. */
  from: string[];
  to: string[];
  dataTypes: string[];
  /** How the data left, no firmer than it stands. */
  exposure: string;
  /** Counts of all before counts of some, newest first. */
  people: PeopleView[];
  /** This company's own answer. */
  response: ResponseView;
  money: string[];
  /** Regulators, courts and claimants, by name. */
  authorities: string[];
  sources: SourceView[];
}

export interface CompanyCard {
  id: string;
  name: string;
  sector: string;
  country: string;
  /** Who owns it now, with how many incidents that owner has of its own. */
  owner?: { id: string; name: string; incidentCount: number };
  /** Companies of the dataset that it owns now, with incidents of their own. */
  owns: { id: string; name: string; incidentCount: number }[];
  incidentCount: number;
  /** The most relevant first. May be fewer than `incidentCount`. */
  incidents: IncidentView[];
}

/** What {@link companyCard} needs besides the company and its incidents. */
export interface CardContext {
  nameOf(companyId: string): string;
  incidentCountOf(companyId: string): number;
  /** Companies of the dataset that this one owns now. */
  ownedBy(companyId: string): string[];
  dataTypes: Vocabulary;
  sectors: Vocabulary;
}

const AUTHORITIES: readonly Role[] = ['regulator', 'court', 'claimant'];

/** Incidents that are shown: retired ones are not. */
export function activeIncidents(incidents: readonly Incident[]): Incident[] {
  return incidents.filter((incident) => !incident.retired);
}

/** Ids of the companies that take part in an incident, each once. */
export function companiesOf(incident: Incident): string[] {
  return [...new Set(incident.parties.flatMap((party) => party.company ?? []))];
}

/** The card of a company with the given incidents, already ranked. */
export function companyCard(
  company: Company,
  incidents: readonly Incident[],
  incidentCount: number,
  context: CardContext,
): CompanyCard {
  const owner = ownerNow(company);
  const brief = (id: string) => ({ id, name: context.nameOf(id), incidentCount: context.incidentCountOf(id) });
  return {
    id: company.id,
    name: company.name,
    sector: context.sectors[company.sector] ?? company.sector,
    country: company.country,
    ...(owner ? { owner: brief(owner) } : {}),
    owns: context.ownedBy(company.id).map(brief),
    incidentCount,
    incidents: incidents.map((incident) => incidentView(company.id, incident, context)),
  };
}

/** An incident in words, as it concerns `companyId`. Throws where that company is no party. */
export function incidentView(companyId: string, incident: Incident, context: CardContext): IncidentView {
  const own = incident.parties.find((party) => party.company === companyId);
  if (!own) throw new Error(`${companyId} is no party of ${incident.id}`);
  const nameOf = (party: Party) => party.as ?? (party.company ? context.nameOf(party.company) : (party.body ?? ''));
  const payerOf = (payer: string) => {
    const party = incident.parties.find((one) => one.company === payer);
    return party ? nameOf(party) : payer;
  };
  const named = (roles: readonly Role[]) => [
    ...new Set(incident.parties.filter((party) => roles.includes(party.role)).map(nameOf)),
  ];
  const response = incident.responses.find((one) => one.company === companyId);
  const { happened } = incident.dates;
  return {
    id: incident.id,
    title: incident.title,
    summary: incident.summary,
    date: dateInWords(incidentDate(incident)),
    isoDate: incidentDate(incident),
    happened: happened
      ? [happened.from, happened.to].flatMap((date) => (date ? dateInWords(date) : [])).join(' to ')
      : '',
    kinds: incident.kinds.map((kind) => INCIDENT_KINDS[kind]),
    status: incident.status,
    statusWords: STATUSES[incident.status],
    role: own.role,
    roleWords: ROLES[own.role],
    did: own.did,
    alleged: own.alleged ?? false,
    ...(own.as ? { as: own.as } : {}),
    from: named(GIVING_ROLES),
    to: named(['recipient']),
    dataTypes: incident.dataTypes.map((type) => context.dataTypes[type] ?? type),
    exposure: exposureInWords(incident, own),
    people: [...incident.people]
      .reverse()
      .sort((a, b) => Number(a.of !== undefined) - Number(b.of !== undefined))
      .map((count) => ({ count: peopleInWords(count), claim: claimInWords(count) })),
    response: {
      text: response?.text ?? noResponseInWords({ noneFound: response?.noneFound ?? incident.checked.date }),
      found: response?.text !== undefined,
      date: response?.date ? dateInWords(response.date) : '',
      ...(response?.source ? { url: response.source } : {}),
    },
    money: incident.money.map((money) => moneyInWords(money, payerOf(money.payer))),
    authorities: named(AUTHORITIES),
    sources: incident.sources.map((source) => ({
      title: source.title,
      publisher: source.publisher,
      date: source.date ? dateInWords(source.date) : '',
      url: source.url,
      kind: SOURCE_KINDS[source.kind],
    })),
  };
}
