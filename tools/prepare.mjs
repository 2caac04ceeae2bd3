// Makes a fresh machine ready: dependencies, and the browsers that are named on the command line. Needs only Node itself.
import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { findBrowser, OVERRIDES, PACKAGES } from './installed-browsers.mjs';

const LEAST_NODE = [20, 19];

function fail(message) {
  console.error(message);
  process.exit(1);
}

function run(command, args, environment = {}) {
  console.error(`$ ${command} ${args.join(' ')}`);
  const { status } = spawnSync(command, args, { stdio: ['ignore', 2, 2], env: { ...process.env, ...environment } });
  return status === 0;
}

const [major, minor] = process.versions.node.split('.').map(Number);
if (major < LEAST_NODE[0] || (major === LEAST_NODE[0] && minor < LEAST_NODE[1]))
  fail(`Node ${LEAST_NODE.join('.')} or newer is needed; this is ${process.versions.node}.`);

// The stamp tells for which lock file the dependencies were installed.
const lock = createHash('sha256').update(readFileSync('package-lock.json')).digest('hex');
const stamp = 'node_modules/.installed-for';
if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== lock) {
  if (!run('npm', ['ci', '--no-audit', '--no-fund']))
    fail('The dependencies could not be installed: run `npm ci` and see what it says.');
  writeFileSync(stamp, lock);
}

function canSudo() {
  try {
    execFileSync('sudo', ['-n', 'true'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

const missing = process.argv.slice(2).filter((kind) => !findBrowser(kind));
if (missing.length > 0) {
  const packages = missing.map((kind) => PACKAGES[kind]);
  const byHand = `Install ${packages.join(' and ')} (sudo apt-get install ${packages.join(' ')}), or set ${missing.map((kind) => OVERRIDES[kind]).join(' and ')} to an installed browser.`;
  const isRoot = process.getuid?.() === 0;
  if (!existsSync('/usr/bin/apt-get') || !(isRoot || canSudo())) fail(byHand);
  const apt = (...args) =>
    run(isRoot ? 'apt-get' : 'sudo', isRoot ? args : ['-n', 'apt-get', ...args], { DEBIAN_FRONTEND: 'noninteractive' });
  apt('update', '-qq');
  if (
    !apt('install', '-y', '-qq', '--no-install-recommends', ...packages) ||
    missing.some((kind) => !findBrowser(kind))
  )
    fail(byHand);
}
