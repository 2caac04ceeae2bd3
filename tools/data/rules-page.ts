/** `data rules`: writes docs/rules.md from the rules themselves. */
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Command } from 'commander';
import type { RuleText } from '../../model/rule';
import { COMPANY_RULES, INCIDENT_RULES, RENAMES_RULES, SHAPE_RULES } from '../../model/rules';
import { AGAINST_RULES } from './against-rules';
import { LAYOUT_RULE } from './layout-rules';
import { LINK_RULES } from './link-rules';

const PAGE = 'docs/rules.md';

/** All rules that `data check` may report, in groups, each with its heading. */
export const RULE_GROUPS: { heading: string; about: string; rules: readonly RuleText[] }[] = [
  {
    heading: 'Every file',
    about: 'Its place, its JSON, its fields and its layout.',
    rules: [...SHAPE_RULES, LAYOUT_RULE],
  },
  { heading: 'Companies', about: 'Names and owners.', rules: COMPANY_RULES },
  { heading: 'Incidents', about: 'Facts, figures, sources and wording.', rules: INCIDENT_RULES },
  { heading: 'Renames', about: 'Old ids lead somewhere.', rules: RENAMES_RULES },
  { heading: 'Addresses', about: 'Reported by `data check --links`, which needs a network.', rules: LINK_RULES },
  {
    heading: 'Other lists',
    about:
      'Reported by `data check --against FILE`. Mend the record, or explain the difference in its `differs` (see the last one).',
    rules: AGAINST_RULES,
  },
];

/** Where a rule is explained. */
export function ruleAddress(rule: string): string {
  return `${PAGE}#${rule}`;
}

/** The page that explains every rule. */
export function rulesPage(): string {
  const parts = [
    '# The rules of the dataset',
    'What `npm run data -- check` reports. Written by `npm run data -- rules` from the rules themselves: edit them in `model/*-rules.ts`.',
    'An **error** keeps a record out; a **warning** asks for a second look. The reasons stand in [the editorial rules](editorial-rules.md).',
  ];
  for (const { heading, about, rules } of RULE_GROUPS) {
    parts.push(`## ${heading}`, about);
    for (const rule of rules)
      parts.push(`### ${rule.id}`, `**${rule.severity}** · ${rule.what}`, `To mend it: ${rule.mend}`);
  }
  return `${parts.join('\n\n')}\n`;
}

/** The command `rules`. */
export function rulesCommand(): Command {
  return new Command('rules')
    .description(`write ${PAGE}, which explains every rule of \`check\``)
    .action(() => writeFileSync(fileURLToPath(new URL(`../../${PAGE}`, import.meta.url)), rulesPage()));
}
