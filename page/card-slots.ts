/** What a card says of its mention that only the page knows. */
import type { Reason } from '../mentions/cue-words';
import { whyMeant } from '../mentions/explain';
import type { CardSlots } from '../model/drawing';
import { countOf } from '../model/wording';
import { liveRange } from './marks';
import type { CompanyCount, PageMention } from './page-mentions';

/**
 * @param name the company’s name as its card has it
 * @param company how the page names the company; undefined where it no longer does
 * @param reasons what each cue says
 */
export function cardSlots(
  name: string,
  mention: PageMention,
  company: CompanyCount | undefined,
  reasons: Readonly<Record<string, Reason>>,
): CardSlots {
  if (!company) return {};
  const surface = liveRange(mention.range)?.toString() ?? '';
  return {
    surface,
    alias: isNameIn(surface, name) ? '' : surface,
    [company.subject ? 'subject' : 'passing']: name,
    mentions: company.mentions > 0 ? countOf(company.mentions, 'mention') : '',
    why: whyMeant(mention.weighed, mention.cues, reasons),
  };
}

/** True where the words at the mark show the company’s name already: “Netflix’s”, “NETFLIX”. */
export function isNameIn(surface: string, name: string): boolean {
  const plain = (text: string) =>
    text
      .normalize('NFKC')
      .replace(/[^\p{L}\p{N}]/gu, '')
      .toLowerCase();
  return plain(surface).includes(plain(name));
}
