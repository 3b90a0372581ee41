// Finds the browser for the end-to-end tests, or installs one. The order of preference is
// CHROMIUM_PATH, Playwright's browser, the system's Chromium or Chrome, Playwright's installer,
// apt-get.
import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from '@playwright/test';

const SYSTEM_NAMES = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'chrome'];
const SYSTEM_PATHS = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/** @param {string} path */
function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/**
 * @returns {string | null} the path of an installed Chromium, null if there is none; throws if
 *   CHROMIUM_PATH names no executable file
 */
export function findBrowser() {
  const pathFromEnvironment = process.env.CHROMIUM_PATH;
  if (pathFromEnvironment) {
    if (isExecutable(pathFromEnvironment)) return pathFromEnvironment;
    throw new Error(`CHROMIUM_PATH names ${pathFromEnvironment}, which is not an executable file`);
  }
  const playwrightBrowser = chromium.executablePath();
  if (playwrightBrowser && existsSync(playwrightBrowser)) return playwrightBrowser;
  const folders = (process.env.PATH ?? '').split(delimiter);
  const candidates = SYSTEM_NAMES.flatMap((name) => folders.map((folder) => join(folder, name)));
  return [...candidates, ...SYSTEM_PATHS].find(isExecutable) ?? null;
}

/**
 * @param {string} program
 * @param {string[]} args
 */
function install(program, args) {
  console.log(`set-up: no Chromium here, running ${program} ${args.join(' ')}`);
  spawnSync(program, args, {
    stdio: ['ignore', 'ignore', 'inherit'],
    shell: process.platform === 'win32',
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
  return findBrowser();
}

function installBrowser() {
  const viaPlaywright = install('npx', ['playwright', 'install', 'chromium']);
  if (viaPlaywright) return viaPlaywright;
  if (process.getuid?.() !== 0 || !isExecutable('/usr/bin/apt-get')) return null;
  install('apt-get', ['update', '-qq']);
  return install('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium']);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const browser = findBrowser() ?? installBrowser();
  if (!browser) {
    console.error('No Chromium found: install Chromium or Chrome, or name one in CHROMIUM_PATH.');
    process.exit(1);
  }
  console.log(`browser: ${browser}`);
}
