/** What `data check` reports of how files are laid out. */
import type { RuleText } from '../../model/rule';

export const LAYOUT_RULE = {
  id: 'layout',
  severity: 'error',
  what: 'Every file is laid out as the formatter lays it out: `npm run check` and `npm test` refuse it otherwise.',
  mend: 'Run `npm run format`; it changes blanks and line breaks only.',
} as const satisfies RuleText;
