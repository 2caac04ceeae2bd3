/** What `data check --links` reports. */
import type { RuleText } from '../../model/rule';

export const LINK_RULES = [
  {
    id: 'link-gone',
    severity: 'warning',
    what: 'The page of every source exists (no answer “404 not found” or “410 gone”, and its host has an address).',
    mend: 'Look for the page’s new address or an archived copy, and compare the record with it.',
  },
  {
    id: 'link-unreachable',
    severity: 'warning',
    what: 'The page of every source answers.',
    mend: 'Try it in a browser; where it stays silent for weeks, look for an archived copy.',
  },
] as const satisfies RuleText[];
