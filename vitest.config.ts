import { defineConfig } from 'vitest/config';

const e2e = (kind: 'chromium' | 'firefox') => ({
  extends: true as const,
  test: {
    name: kind,
    include: ['tests/e2e/**/*.test.ts'],
    provide: { browserKind: kind },
    globalSetup: ['tests/e2e/support/build.ts'],
    testTimeout: 60_000,
    hookTimeout: 90_000,
  },
});

export default defineConfig({
  define: { __DATASET_VERSION__: JSON.stringify('test') },
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  test: {
    maxWorkers: 2,
    reporters: ['default', './tests/support/summary-reporter.ts'],
    projects: [
      {
        extends: true,
        // Packing the whole dataset takes a second or two on a slow machine; a timing is no test.
        test: { name: 'unit', include: ['tests/**/*.test.{ts,tsx}'], exclude: ['tests/e2e/**'], testTimeout: 60_000 },
      },
      e2e('chromium'),
      e2e('firefox'),
    ],
  },
});
