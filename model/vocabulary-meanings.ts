/**
 * What each word of the closed lists means to the person who chooses it. Readers see the words of `vocabulary.ts`; these here are
 * written into docs/vocabulary.md. A word without a meaning does not compile.
 */
import {
  APPEALS,
  CLAIMANTS,
  EXPOSURES,
  INCIDENT_KINDS,
  MONEY_KINDS,
  NAME_KINDS,
  ROLES,
  SOURCE_KINDS,
  STATUSES,
  UNITS,
} from './vocabulary';

/** A closed list with what a reader sees and what each word means. */
export interface ListOfWords {
  /** Where the words stand in a record. */
  field: string;
  about: string;
  words: Record<string, string>;
  meanings: Record<string, string>;
}

const listOf = <K extends string>(
  field: string,
  about: string,
  words: Record<K, string>,
  meanings: Record<K, string>,
): ListOfWords => ({ field, about, words, meanings });

export const CLOSED_LISTS: readonly ListOfWords[] = [
  listOf('kinds', 'What the incident is about, the main kind first; it may be of several.', INCIDENT_KINDS, {
    'partner-sharing': 'The company gave data to others: partners, advertisers, an analytics or pixel provider',
    sale: 'It gave data for money',
    breach: 'Outsiders, or staff without leave, got at data',
    exposure: 'Data lay open, and nobody is known to have taken it',
    scraping: 'Outsiders collected in bulk what the service showed to each visitor or member',
    misuse: 'Data was used for another purpose than it was given for, also by staff',
    tracking: 'People were followed over sites, apps or places: cookies, pixels, identifiers, location',
    surveillance: 'People were watched: cameras, faces, workplaces, vehicles, interception',
    'regulator-action': 'An authority decided; beside the kind of what it decided about',
    'court-case': 'A suit or a judgment; beside the kind of what it is about',
  }),
  listOf(
    'status',
    'How firmly the matter stands today. Outcomes replace earlier words; `history` keeps them.',
    STATUSES,
    {
      reported: 'Newsrooms or researchers say so; the company has not confirmed it',
      admitted: 'The company itself says so',
      disputed: 'The company contradicts the substance, and nothing was decided',
      'alleged-in-court': 'A claim is before a court; the company’s part is `alleged`',
      'settled-no-admission':
        'Ended by agreement, and a source says that nothing was admitted; the claim stays `alleged`',
      settled: 'Ended by agreement; the source says nothing about admission',
      ruled: 'A court decided: “found liable” in a civil case, never “guilty”',
      'found-by-regulator': 'A finding, an order or a reprimand, without a fine',
      fined: 'A fine; nothing is known of an appeal',
      'fined-under-appeal': 'A fine that is before a court: say “the authority found”',
      'fined-final': 'A fine against which no appeal is open any more',
      overturned: 'The decision did not stand; the record stays and says so',
      withdrawn: 'The claim was given up; the record stays and says so',
    },
  ),
  listOf(
    'exposure',
    'How the data left. Where the matter is only claimed, the card says “said to have been …”.',
    EXPOSURES,
    {
      shared: 'The company let others have it, knowingly, and no source says for money: partners, pixels, an authority',
      sold: 'The company let others have it for money, or a source says that it sold it',
      accessed: 'Outsiders, or staff without leave, got at it: a source says that it was taken or seen',
      'possibly-accessed': 'Outsiders were in the system; whether they got at the data is not established',
      exposed: 'It lay open; no source says that anybody came',
      collected: 'The company itself took or used more than people were told or allowed; nobody else received it',
    },
  ),
  listOf('parties[].role', 'What a party was. One entry for each role that it had.', ROLES, {
    discloser: 'Let others have data, for money or not: the site with the pixel, the seller',
    recipient: 'Received that data: the partner, the provider of the pixel, the buyer',
    collector: 'Took or used data itself; nobody else received it',
    breached: 'Its data was got at, or lay open, also where that happened at its supplier',
    vendor: 'Its system or service was the way, and the data was another’s',
    regulator: 'The authority that investigated, decided or agreed, also an attorney general who settles',
    court: 'The court that the case is before, or that decided',
    claimant: 'Who sued or complained: people of a class, a group, a state in court',
  }),
  listOf('people[].unit', 'What a count counts. Accounts are not people.', UNITS, {
    people: 'Human beings: patients, customers, members of a class',
    accounts: 'Accounts, users or profiles: one person may have several',
    records: 'Records, rows, files, pictures, messages',
    cards: 'Payment cards',
    devices: 'Phones, cars, cameras and other devices',
  }),
  listOf('people[].saidBy', 'Who states a count: whose figure it is, not who printed it.', CLAIMANTS, {
    company: 'The company, also through its notice or its filing',
    regulator: 'An authority, also where its list repeats what the company notified',
    court: 'A judgment, an order or a paper filed in a case, such as a settlement agreement',
    researcher: 'Who found or analysed the data, also a list of breaches',
    press: 'A newsroom on its own account, or one that does not say whose figure it is',
    attacker: 'Who took the data; the card says “unconfirmed”',
  }),
  listOf(
    'sources[].kind',
    'What kind of document a source is. The first four are primary: one of them carries a record.',
    SOURCE_KINDS,
    {
      regulator: 'An authority’s own page or paper: decision, press release, register, breach portal',
      court:
        'Papers of a case: complaint, order, judgment, docket; the official site of a settlement, kept for the court',
      filing: 'What a company must file: a report to investors, a breach notice published by an attorney general',
      company: 'The company’s own words: notice, blog, press release, help page',
      newsroom: 'Journalists, the trade press included (Law360, HIPAA Journal)',
      research:
        'Researchers and commentators: security firms, law firms’ pages, news of class actions (ClassAction.org, Top Class Actions)',
      dataset: 'A list or database (Have I Been Pwned, GDPRhub): never enough alone',
    },
  ),
  listOf('money[].kind', 'What an amount is. None of the words says that it was paid; `note` may.', MONEY_KINDS, {
    fine: 'Imposed by an authority or a court as a penalty',
    settlement: 'Agreed between the parties, with people or with an authority, civil penalties by agreement included',
    refund: 'To be given back to customers for what they paid',
    verdict: 'Damages that a court or a jury awarded',
  }),
  listOf('money[].appeal', 'Where an appeal against the amount stands; left out where nothing is known.', APPEALS, {
    none: 'A source says that there was none, or that the term has passed',
    announced: 'The company said that it would appeal',
    pending: 'It is before a court',
    dismissed: 'The company lost it, and the amount stands',
    reduced: 'The amount was lowered: `amount` is the new one, `note` the old one',
    upheld: 'A court confirmed the amount, whoever had asked',
    overturned: 'The amount fell away',
    withdrawn: 'The company gave the appeal up',
  }),
  listOf('names[].kind', 'Of a company: what a name is.', NAME_KINDS, {
    name: 'The name that readers know',
    legal: 'The name in its register (“Example, Inc.”)',
    brand: 'A brand of its own',
    product: 'A product or a service',
    former: 'What it was called before',
    short: 'An abbreviation or a short form',
  }),
];
