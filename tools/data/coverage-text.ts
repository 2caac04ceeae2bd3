/** The coverage of the dataset as text: in the terminal, and as the page docs/coverage.md. */
import { countOf, dateInWords } from '../../model/wording';
import type { Coverage, Row } from './coverage';

const SECTIONS = [
  ['Kind', 'kinds'],
  ['Status', 'statuses'],
  ['Year disclosed', 'years'],
  ['Sector', 'sectors'],
  ['Country of the company', 'byCountry'],
  ['Kind of source', 'sourceKinds'],
] as const;

/** The counts that say the most, each with its number. */
function totals(coverage: Coverage): [string, number][] {
  return [
    ['companies', coverage.companies],
    ['names, brands and products', coverage.names],
    ['incidents', coverage.incidents],
    ['… about sharing, selling, tracking, surveillance or misuse', coverage.sharing],
    ['… with an outcome: regulator, court or settlement', coverage.outcomes],
    ['… without a primary source (two newsrooms instead)', coverage.withoutPrimary.length],
    ['… retired', coverage.retired],
    ['countries of companies with incidents', coverage.countries],
    ['addresses of sources', coverage.sources],
  ];
}

const nameOfCountry = new Intl.DisplayNames(['en'], { type: 'region' });

/** Rows as a reader sees them: countries by their names. */
function rowsOf(coverage: Coverage, key: (typeof SECTIONS)[number][1]): Row[] {
  if (key !== 'byCountry') return coverage[key];
  return coverage[key].map((row) => ({ ...row, label: nameOfCountry.of(row.label) ?? row.label }));
}

/** The first of a list of ids, and how many more there are; nothing for an empty list. */
function shortList(heading: string, ids: readonly string[], most = 15): string[] {
  if (ids.length === 0) return [];
  const more = ids.length > most ? [`  … and ${ids.length - most} more (all of them with --json)`] : [];
  return [`${heading}: ${ids.length}`, ...ids.slice(0, most).map((id) => `  ${id}`), ...more];
}

/** Tables with bars for the terminal. */
export function coverageForTerminal(coverage: Coverage): string {
  const blocks = [totals(coverage).map(([label, count]) => `${String(count).padStart(7)}  ${label}`)];
  for (const [heading, key] of SECTIONS) {
    const rows = rowsOf(coverage, key);
    const most = Math.max(1, ...rows.map((row) => row.incidents));
    const width = Math.max(...rows.map((row) => row.label.length), heading.length);
    const withCompanies = rows.some((row) => row.companies !== undefined);
    blocks.push([
      `${heading.padEnd(width)}  incidents${withCompanies ? '  companies' : ''}`,
      ...rows.map(({ label, incidents, companies }) => {
        const bar = '█'.repeat(Math.ceil((24 * incidents) / most));
        const second = withCompanies ? String(companies ?? 0).padStart(11) : '';
        return `${label.padEnd(width)}  ${String(incidents).padStart(9)}${second}  ${bar}`.trimEnd();
      }),
    ]);
  }
  blocks.push(['Checked longest ago', ...coverage.oldestChecks.map(({ id, checked }) => `  ${checked}  ${id}`)]);
  blocks.push(shortList('Without a primary source', coverage.withoutPrimary));
  blocks.push(shortList('Companies that no incident names', coverage.withoutIncident));
  return blocks
    .map((lines) => lines.join('\n'))
    .filter(Boolean)
    .join('\n\n');
}

/** The page docs/coverage.md. */
export function coveragePage(coverage: Coverage, picture: string): string {
  const table = (head: string[], rows: (string | number)[][]) =>
    [head, head.map((_, at) => (at === 0 ? '---' : '---:')), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');
  const parts = [
    '# What the dataset covers',
    'Written by `npm run data -- stats --write`. What is not here is unknown, not clean.',
    `![Incidents by year, kind and sector](${picture})`,
    table(['', 'count'], totals(coverage)),
  ];
  for (const [heading, key] of SECTIONS) {
    const rows = rowsOf(coverage, key);
    const withCompanies = rows.some((row) => row.companies !== undefined);
    parts.push(
      `## ${heading}`,
      withCompanies
        ? table(
            ['', 'incidents', 'companies'],
            rows.map((row) => [row.label, row.incidents, row.companies ?? 0]),
          )
        : table(
            ['', 'incidents'],
            rows.map((row) => [row.label, row.incidents]),
          ),
    );
  }
  parts.push(
    '## Checked longest ago',
    coverage.oldestChecks.map(({ id, checked }) => `- ${dateInWords(checked)}: \`${id}\``).join('\n'),
    '## Without a primary source',
    `${countOf(coverage.withoutPrimary.length, 'incident')}, each resting on two independent newsrooms.`,
    coverage.withoutPrimary.map((id) => `- \`${id}\``).join('\n'),
  );
  return `${parts.filter(Boolean).join('\n\n')}\n`;
}
