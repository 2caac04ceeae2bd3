/** Reads a table of European decisions (title, authority, decided, fine, parties, appeal; tab-separated). */
import { isPartialDate } from '../../model/partial-date';
import { countryOfAuthority } from './authorities';

/** A row of the table, as far as it could be read. */
export interface Decision {
  title: string;
  authority: string;
  country?: string;
  /** `YYYY-MM-DD` */
  decided?: string;
  fine?: { amount: number; currency?: string };
  parties: string;
  appeal: string;
}

/** Reads the table; rows that are there twice count once. Throws where its first line does not name the columns. */
export function parseDecisions(text: string): Decision[] {
  const [head = '', ...rows] = text.split(/\r?\n/).filter((line) => line.trim() !== '');
  const columns = head.split('\t');
  for (const name of ['title', 'authority', 'decided', 'fine', 'parties', 'appeal'])
    if (!columns.includes(name)) throw new Error(`no column “${name}” in the first line`);
  return [...new Set(rows)].map((row) => {
    const cells = row.split('\t');
    const cell = (name: string) => cells[columns.indexOf(name)]?.trim() ?? '';
    const title = cell('title');
    // Rows without their own authority begin their title with it.
    const authority = cell('authority') || (title.split(' - ')[0] ?? '');
    return {
      title,
      authority,
      country: countryOfAuthority(authority),
      decided: parseDay(cell('decided')),
      fine: parseFine(cell('fine')),
      parties: cell('parties'),
      appeal: cell('appeal'),
    };
  });
}

/** `21.02.2020` or `1. 4. 2020` as `YYYY-MM-DD`. */
export function parseDay(text: string): string | undefined {
  const [, day = '', month = '', year = ''] = /^(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})$/.exec(text) ?? [];
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return year && isPartialDate(date) ? date : undefined;
}

/** `225,000,000 EUR`, `30 000 EUR`, `2.500 €` as amount and currency; undefined where no fine is named. */
export function parseFine(text: string): Decision['fine'] {
  const digits = /\d[\d.,\s]*/.exec(text)?.[0].replace(/\s/g, '') ?? '';
  const whole = digits
    .replace(/[.,](\d{1,2})$/, '·$1')
    .replace(/[.,]/g, '')
    .replace('·', '.');
  const amount = Number(whole);
  if (!(amount > 0)) return undefined;
  const currency = /[A-Z]{3}/.exec(text)?.[0] ?? (text.includes('€') ? 'EUR' : undefined);
  return { amount, ...(currency ? { currency } : {}) };
}
