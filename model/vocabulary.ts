/**
 * The closed word lists of the dataset, each with the words that a reader sees.
 * Lists that only maintainers extend (data types, sectors) live in `data/vocabulary/`; these here are tied to rules and wording.
 */

/** What an incident is about. An incident may be of several kinds. */
export const INCIDENT_KINDS = {
  'partner-sharing': 'data shared with partners',
  sale: 'data sold',
  breach: 'data breach',
  exposure: 'data exposed',
  scraping: 'data scraped',
  misuse: 'data misused',
  tracking: 'tracking',
  surveillance: 'surveillance',
  'regulator-action': 'regulator action',
  'court-case': 'court case',
} as const;

/** How firmly a claim stands. The words stay different on screen (docs/editorial-rules.md, "Status"). */
export const STATUSES = {
  reported: 'reported',
  admitted: 'admitted by the company',
  disputed: 'disputed',
  'alleged-in-court': 'alleged in court',
  'settled-no-admission': 'settled, no admission',
  settled: 'settled',
  ruled: 'ruled by a court',
  'found-by-regulator': 'found by the regulator',
  fined: 'fined, no appeal known',
  'fined-under-appeal': 'fined, under appeal',
  'fined-final': 'fined, final',
  overturned: 'overturned',
  withdrawn: 'withdrawn',
} as const;

/** What a party was in the incident. */
export const ROLES = {
  discloser: 'gave the data',
  recipient: 'received the data',
  collector: 'collected the data',
  breached: 'was breached',
  vendor: 'supplied the system',
  regulator: 'regulator',
  court: 'court',
  claimant: 'claimant',
} as const;

/** How the data left the people it is about. */
export const EXPOSURES = {
  shared: 'shared on purpose',
  sold: 'sold',
  accessed: 'accessed by outsiders',
  'possibly-accessed': 'possibly accessed',
  exposed: 'exposed, no access known',
  collected: 'collected or used beyond what people were told',
} as const;

/** The same where it is only claimed: by a report, a suit, or a party of a settlement. */
export const CLAIMED_EXPOSURES: Record<keyof typeof EXPOSURES, string> = {
  shared: 'said to have been shared',
  sold: 'said to have been sold',
  accessed: 'said to have been accessed by outsiders',
  'possibly-accessed': 'said to have been within reach of outsiders',
  exposed: 'said to have been exposed, no access known',
  collected: 'said to have been collected or used beyond what people were told',
};

/** What a count counts. Accounts are not people. */
export const UNITS = {
  people: 'people',
  accounts: 'accounts',
  records: 'records',
  cards: 'payment cards',
  devices: 'devices',
} as const;

/** Who states a count. */
export const CLAIMANTS = {
  company: 'the company',
  regulator: 'the regulator',
  court: 'the court',
  researcher: 'researchers',
  press: 'press reports',
  attacker: 'the attackers (unconfirmed)',
} as const;

/** What kind of document a source is. The first four are primary. */
export const SOURCE_KINDS = {
  regulator: 'regulator',
  court: 'court record',
  filing: 'filing',
  company: 'company statement',
  newsroom: 'newsroom',
  research: 'research',
  dataset: 'dataset',
} as const;

/** What a payment is. */
export const MONEY_KINDS = {
  fine: 'fine',
  settlement: 'settlement',
  refund: 'refund',
  verdict: 'verdict',
} as const;

/** Where an appeal against a payment stands. */
export const APPEALS = {
  none: 'not appealed',
  announced: 'appeal announced',
  pending: 'appeal pending',
  dismissed: 'appeal dismissed',
  reduced: 'reduced on appeal',
  upheld: 'upheld on appeal',
  overturned: 'overturned on appeal',
  withdrawn: 'appeal withdrawn',
} as const;

/** What a name of a company is. */
export const NAME_KINDS = {
  name: 'name',
  legal: 'legal name',
  brand: 'brand',
  product: 'product',
  former: 'former name',
  short: 'short form',
} as const;

export type Status = keyof typeof STATUSES;
export type Role = keyof typeof ROLES;
export type Exposure = keyof typeof EXPOSURES;
export type SourceKind = keyof typeof SOURCE_KINDS;
export type NameKind = keyof typeof NAME_KINDS;

/** Statuses under which nobody has established what happened: neither the company’s word nor a decision that stands. */
export const CLAIMED_STATUSES: readonly Status[] = [
  'reported',
  'disputed',
  'alleged-in-court',
  'overturned',
  'withdrawn',
];

/** Those from whom the data went: what an incident is about. */
export const GIVING_ROLES: readonly Role[] = ['discloser', 'breached', 'collector'];

/** The kinds that count as primary sources (docs/editorial-rules.md, “Sources”). */
export const PRIMARY_SOURCE_KINDS: readonly SourceKind[] = ['regulator', 'court', 'filing', 'company'];
