// Where the browsers of this machine are. Plain JavaScript: it is needed before anything is installed.
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** @typedef {'chromium' | 'firefox'} BrowserKind */

/**
 * Names of the programs, the preferred first. Chrome itself loads no unpacked extension from a command line since 137.
 * @type {Record<BrowserKind, string[]>}
 */
const PROGRAMS = {
  chromium: ['chromium', 'chromium-browser', 'google-chrome-for-testing'],
  firefox: ['firefox-esr', 'firefox'],
};

/**
 * Debian's packages.
 * @type {Record<BrowserKind, string>}
 */
export const PACKAGES = { chromium: 'chromium', firefox: 'firefox-esr' };

/**
 * Environment variables that name a browser elsewhere.
 * @type {Record<BrowserKind, string>}
 */
export const OVERRIDES = { chromium: 'CHROMIUM_PATH', firefox: 'FIREFOX_PATH' };

/**
 * Path of an installed browser; undefined where there is none.
 * @param {BrowserKind} kind
 * @returns {string | undefined}
 */
export function findBrowser(kind) {
  const named = process.env[OVERRIDES[kind]];
  if (named) return existsSync(named) ? named : undefined;
  const folders = [...(process.env.PATH ?? '').split(delimiter), '/usr/bin', '/usr/local/bin', '/snap/bin'];
  for (const program of PROGRAMS[kind])
    for (const folder of folders) if (existsSync(join(folder, program))) return join(folder, program);
  return undefined;
}
