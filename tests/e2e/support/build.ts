/** Builds the extension for the browser of this run, before the browser starts. */
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { TestProject } from 'vitest/node';
import { build } from 'wxt';

declare module 'vitest' {
  export interface ProvidedContext {
    browserKind: 'chromium' | 'firefox';
  }
}

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));

export default async function setup(project: TestProject): Promise<void> {
  await build({
    root: ROOT,
    configFile: join(ROOT, 'wxt.config.ts'),
    browser: project.name === 'firefox' ? 'firefox' : 'chrome',
  });
}
