/** The walls of the house (docs/decisions/0001-rooms.md): which room may import which. */
import { cruise, type IRuleSetType } from 'dependency-cruiser';
import { expect, test, vi } from 'vitest';

// Reading every import of the house takes a while on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

const ROOMS = [
  'components',
  'entrypoints',
  'mentions',
  'messaging',
  'model',
  'modules',
  'page',
  'store',
  'tests',
  'tools',
];

/** What each room may import besides itself. Types only: `messaging` may name the types of `mentions` and `model`. */
const MAY_IMPORT: Record<string, string[]> = {
  model: [],
  mentions: ['model'],
  page: ['mentions', 'model'],
  components: ['model'],
  messaging: ['mentions', 'model'],
  store: ['model', 'mentions'],
  // `scan` reads HTML with the page's own reading of text (docs/decisions/0005-tools-read-pages.md).
  tools: ['model', 'mentions', 'page', 'messaging'],
  modules: ['model', 'mentions', 'tools'],
};

/** Libraries that no page has to load: cards are drawn in the background (docs/decisions/0008-card-drawn-in-background.md). */
const KEPT_OUT = 'dexie|zod|minisearch|webextension-polyfill|preact|@webext-core';

const BROWSER_API = '(webextension-polyfill|wxt/browser|@webext-core/messaging)';

const rules: IRuleSetType = {
  forbidden: [
    ...Object.entries(MAY_IMPORT).map(([room, allowed]) => ({
      name: `${room}-imports-only-${allowed.join('-') || 'itself'}`,
      severity: 'error' as const,
      from: { path: `^${room}/` },
      to: { path: `^(${ROOMS.filter((other) => other !== room && !allowed.includes(other)).join('|')})/` },
    })),
    {
      name: 'nothing-imports-an-entrypoint',
      severity: 'error',
      from: { pathNot: '^(entrypoints|tests)/' },
      to: { path: '^entrypoints/' },
    },
    {
      name: 'page-is-imported-by-scan-only',
      severity: 'error',
      from: { path: '^tools/', pathNot: '^tools/page-text\\.ts$' },
      to: { path: '^page/' },
    },
    {
      name: 'browser-api-stays-in-entrypoints-messaging-and-store',
      severity: 'error',
      from: { pathNot: '^(entrypoints|messaging|store|tests|node_modules)/' },
      to: { path: BROWSER_API },
    },
    {
      name: 'node-never-reaches-the-extension',
      severity: 'error',
      from: { path: '^(components|entrypoints|mentions|messaging|model|page|store)/' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'the-content-script-carries-no-database-no-schemas-no-polyfill-no-components',
      severity: 'error',
      from: { path: '^entrypoints/footnotes\\.content/' },
      to: {
        path: `^components/|(^|/)(${KEPT_OUT})/`,
        reachable: true,
      },
    },
    {
      name: 'pure-rooms-use-no-library-but-zod',
      severity: 'error',
      from: { path: '^(model|mentions)/' },
      to: { path: 'node_modules', pathNot: 'node_modules/zod/' },
    },
    { name: 'no-circles', severity: 'error', from: {}, to: { circular: true } },
  ],
};

test('every room keeps to its walls', async () => {
  const { output } = await cruise(
    [...ROOMS.filter((room) => room !== 'tests')],
    {
      validate: true,
      ruleSet: rules,
      doNotFollow: { path: `node_modules/(?!${KEPT_OUT})` },
      exclude: { path: '\\.css' },
      tsPreCompilationDeps: false,
    },
    { extensions: ['.ts', '.tsx', '.js', '.mjs'] },
  );
  if (typeof output === 'string') throw new Error(output);
  expect(output.summary.totalCruised).toBeGreaterThan(80);
  expect(output.summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`)).toEqual([]);
});

test('no room is called after nothing, and no file re-exports others', async () => {
  const { output } = await cruise(
    ROOMS.filter((room) => room !== 'tests'),
    { doNotFollow: { path: 'node_modules' } },
    { extensions: ['.ts', '.tsx', '.mjs'] },
  );
  if (typeof output === 'string') throw new Error(output);
  const own = output.modules
    .map((module) => module.source)
    .filter((source) => /\.(tsx?|mjs)$/.test(source) && !source.includes('node_modules'));
  expect(own.filter((source) => /(^|\/)(utils?|helpers?|common|misc|barrel)([./]|$)/i.test(source))).toEqual([]);
  const misnamed = own.filter((source) => {
    const name = source.slice(source.lastIndexOf('/') + 1).replace(/\.\w+$/, '');
    return !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(name) && !(source.endsWith('.tsx') && /^[A-Z][A-Za-z]+$/.test(name));
  });
  expect(misnamed).toEqual([]);
});
