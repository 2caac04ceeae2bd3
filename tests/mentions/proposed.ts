/** What the first stage proposes, in words that tests can read. */
import { companyIdAt, lettersOf, type NamesIndex, ownerOf } from '../../mentions/names-index';
import { propose } from '../../mentions/propose';

export interface Proposed {
  company: string;
  /** The name as the index holds it. */
  name: string;
  surface: string;
  start: number;
}

export function proposed(text: string, index: NamesIndex): Proposed[] {
  return propose(text, index).map(({ name, start, end }) => ({
    company: companyIdAt(index, ownerOf(index, name)),
    name: lettersOf(index, name),
    surface: text.slice(start, end),
    start,
  }));
}

/** The texts that are proposed. */
export const surfaces = (text: string, index: NamesIndex): string[] =>
  proposed(text, index).map(({ surface }) => surface);
