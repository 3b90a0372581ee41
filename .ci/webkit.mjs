// Finds what the tests on WebKit need, or installs it with apt-get when run as root: WebKitGTK with
// its WebDriver, gjs, in which the browser of the tests is written, and Xvfb, on whose screen it
// draws. Without them the tests on WebKit are left out; on CI that is an error.
import { spawnSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { pathToFileURL } from 'node:url';

const PROGRAMS = ['WebKitWebDriver', 'gjs', 'Xvfb'];
const PACKAGES = ['webkit2gtk-driver', 'gir1.2-webkit2-4.1', 'gjs', 'xvfb'];

/** Runs in gjs and prints the version of WebKitGTK; it fails if that is not installed. */
const PRINT_VERSION = `
imports.gi.versions.WebKit2 = '4.1';
const { get_major_version, get_minor_version, get_micro_version } = imports.gi.WebKit2;
print([get_major_version(), get_minor_version(), get_micro_version()].join('.'));
`;

/** @param {string} program */
function isInstalled(program) {
  return (process.env.PATH ?? '').split(delimiter).some((folder) => {
    try {
      accessSync(join(folder, program), constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}

/** @returns {string | null} the version of WebKitGTK, null if something is missing */
export function findWebKit() {
  if (!PROGRAMS.every(isInstalled)) return null;
  const { status, stdout } = spawnSync('gjs', ['-c', PRINT_VERSION], { encoding: 'utf8' });
  return status === 0 ? stdout.trim() : null;
}

/** @param {string[]} args */
function runAptGet(...args) {
  console.log(`set-up: no WebKit here, running apt-get ${args.join(' ')}`);
  spawnSync('apt-get', args, {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
}

function installWebKit() {
  if (process.getuid?.() !== 0 || !isInstalled('apt-get')) return null;
  runAptGet('update', '-qq');
  runAptGet('install', '-y', '-qq', '--no-install-recommends', ...PACKAGES);
  return findWebKit();
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const version = findWebKit() ?? installWebKit();
  if (version) console.log(`WebKit: WebKitGTK ${version}`);
  else if (process.env.CI) {
    console.error(`WebKit: not found. CI does not leave its tests out: install ${PACKAGES.join(', ')}.`);
    process.exit(1);
  } else console.log('WebKit: not found; the tests on WebKit are left out');
}
