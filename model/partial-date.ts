/**
 * A date as precise as it is known: `2018`, `2018-12` or `2018-12-18` (ISO 8601, Gregorian).
 */
import { z } from 'zod';

const SHAPE = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/;

/** True where `text` names a real year, month or day. */
export function isPartialDate(text: string): boolean {
  const match = SHAPE.exec(text);
  if (!match) return false;
  const year = Number(match[1]);
  const month = match[2] === undefined ? 1 : Number(match[2]);
  const day = match[3] === undefined ? 1 : Number(match[3]);
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

/** A date of year, month or day precision. */
export const partialDateSchema = z
  .string()
  .refine(isPartialDate, { error: 'not a date: write YYYY, YYYY-MM or YYYY-MM-DD' })
  .meta({ description: 'A date as precise as it is known: YYYY, YYYY-MM or YYYY-MM-DD', pattern: SHAPE.source });

/** A date of day precision. */
export const fullDateSchema = z
  .string()
  .refine((text) => text.length === 10 && isPartialDate(text), { error: 'not a day: write YYYY-MM-DD' })
  .meta({ description: 'A day: YYYY-MM-DD', pattern: '^\\d{4}-\\d{2}-\\d{2}$' });

/** The first day that `date` can mean, for ordering: `2018` gives `2018-01-01`. */
export function firstDay(date: string): string {
  return `${date}-01-01`.slice(0, 10);
}

/** The last day that `date` can mean: `2018-02` gives `2018-02-28`. */
export function lastDay(date: string): string {
  const [year = 0, month = 12, day] = date.split('-').map(Number);
  if (day !== undefined) return date;
  return new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);
}
