/** How dates, counts and amounts are said to a reader. English; the same words on card, popup, library and terminal. */
import type { CompanyResponse, Incident, Money, Party, PeopleCount } from './incident';
import {
  APPEALS,
  CLAIMANTS,
  CLAIMED_EXPOSURES,
  CLAIMED_STATUSES,
  EXPOSURES,
  GIVING_ROLES,
  MONEY_KINDS,
  UNITS,
} from './vocabulary';

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** `2018-12-18` as “18 December 2018”, `2018-12` as “December 2018”. */
export function dateInWords(date: string): string {
  const [year, month, day] = date.split('-');
  const name = month ? MONTHS[Number(month) - 1] : undefined;
  return [day ? String(Number(day)) : undefined, name, year].filter(Boolean).join(' ');
}

/** 87,000,000 as “87 million”; numbers that are not round keep every digit. */
export function numberInWords(value: number): string {
  for (const [size, name] of [
    [1_000_000_000_000, 'trillion'],
    [1_000_000_000, 'billion'],
    [1_000_000, 'million'],
  ] as const)
    if (value >= size && value % (size / 1000) === 0) return `${group(value / size)} ${name}`;
  return group(value);
}

function group(value: number): string {
  const [whole = '', part] = String(value).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return part ? `${grouped}.${part}` : grouped;
}

/** Words with which “which ones” goes on after the unit; anything else stands behind a comma. */
const GOES_ON =
  /^(?:across|among|at|between|for|from|in|inside|of|on|outside|than|that|to|under|using|which|who|whose|with|within|without|worldwide)\b/i;

/** A count with its unit: “up to 87 million people”, “600,000 people in the class”, “1,200 accounts, customers in Japan”. */
export function peopleInWords(people: PeopleCount): string {
  const { value, min, max } = people;
  const number =
    value !== undefined
      ? numberInWords(value)
      : min !== undefined && max !== undefined
        ? `${numberInWords(min)} to ${numberInWords(max)}`
        : min !== undefined
          ? `at least ${numberInWords(min)}`
          : `up to ${numberInWords(max ?? 0)}`;
  const which = people.of ? `${GOES_ON.test(people.of) ? '' : ','} ${people.of}` : '';
  return `${number} ${UNITS[people.unit]}${which}`;
}

/** Who states a count and when: “according to the company, 30 November 2018”. */
export function claimInWords(people: PeopleCount): string {
  return `according to ${CLAIMANTS[people.saidBy]}, ${dateInWords(people.asOf)}`;
}

/**
 * How the data left, no firmer than it stands: “sold”, or “said to have been sold” where nobody has established it or where
 * the part of the giver, or that of the company on whose card it stands, is alleged.
 * @param own the part of that company
 */
export function exposureInWords(incident: Pick<Incident, 'exposure' | 'parties' | 'status'>, own: Party): string {
  const isGiver = GIVING_ROLES.includes(own.role);
  const givers = isGiver ? [] : incident.parties.filter((party) => GIVING_ROLES.includes(party.role));
  const isClaimed = CLAIMED_STATUSES.includes(incident.status) || own.alleged || givers.some((party) => party.alleged);
  return (isClaimed ? CLAIMED_EXPOSURES : EXPOSURES)[incident.exposure];
}

const BEFORE_PAYER: Record<Money['kind'], string> = { fine: 'on', verdict: 'against', settlement: 'by', refund: 'by' };

/**
 * An amount: “fine of EUR 746 million on Amazon, 16 July 2021, appeal dismissed”. No word says that it was paid: a record
 * tells what was imposed or agreed, and its note what became of it.
 * @param payer the payer's name: a payment stands on the cards of all parties, and only one of them pays it
 */
export function moneyInWords(money: Money, payer: string): string {
  const sum = `${money.currency} ${numberInWords(money.amount)}`;
  const parts = [
    `${MONEY_KINDS[money.kind]} of ${sum} ${BEFORE_PAYER[money.kind]} ${payer}`,
    dateInWords(money.decided),
    ...(money.appeal ? [APPEALS[money.appeal]] : []),
  ];
  return parts.join(', ') + (money.note ? ` (${money.note.replace(/\.$/, '')})` : '');
}

/** The words that stand where a company's answer would. */
export function noResponseInWords(response: Pick<CompanyResponse, 'noneFound'>): string {
  return `No response found (searched ${dateInWords(response.noneFound ?? '')})`;
}

/** “Netflix, Spotify and 3 more”. */
export function listInWords(items: readonly string[], most = 3): string {
  const shown = items.slice(0, most);
  const rest = items.length - shown.length;
  if (rest > 0) return `${shown.join(', ')} and ${rest} more`;
  if (shown.length < 2) return shown.join('');
  return `${shown.slice(0, -1).join(', ')} and ${shown.at(-1)}`;
}

/** “1 incident”, “2 incidents”. */
export function countOf(count: number, singular: string, plural = `${singular}s`): string {
  return `${group(count)} ${count === 1 ? singular : plural}`;
}
