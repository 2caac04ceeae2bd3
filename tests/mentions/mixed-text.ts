/** Texts in which names stand beside all sorts of things, for property tests. */
import fc from 'fast-check';
import { companyNamed } from '../fixtures/records';

const ambiguous = { for: ['app', 'phone'], against: ['fruit', 'juice'] };
export const COMPANIES = [
  companyNamed(['Netflora', 'Netflora, Inc.', 'ネトフローラ', '奈花']),
  companyNamed([{ text: 'Pomelo', ambiguous }, 'Pomelo Music', 'Pomelo Music Plus']),
  companyNamed(['Uvor', 'UVX', 'X Corp', { text: 'Ring', ambiguous }, 'Crédit Mutuelle']),
];
export const NAMES = COMPANIES.flatMap((company) => company.names.map((name) => name.text));

const anything = fc.string({ unit: 'binary', maxLength: 60 });
const lone = fc.array(fc.nat(0xffff), { maxLength: 40 }).map((units) => String.fromCharCode(...units));
/** Texts in which names stand beside all sorts of things. */
export const mixed = fc
  .array(
    fc.oneof(
      anything,
      lone,
      fc.constantFrom(...NAMES, "'s", ' ', '\u00ad', '\u200b', '-', '\u0301', 's', '.', '@', '/', '的'),
    ),
    { maxLength: 12 },
  )
  .map((parts) => parts.join(''));
