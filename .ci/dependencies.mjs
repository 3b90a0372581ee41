// Runs before `npm start` and `npm test`, on plain Node: installs what the lock file names when
// node_modules is missing or older than the lock file, and says so.
import { spawnSync } from 'node:child_process';
import { statSync } from 'node:fs';

/** @param {string} path */
const changedAt = (path) => statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;

// npm writes this file at the end of every install, so a broken install is done again.
const installedAt = changedAt('node_modules/.package-lock.json');

if (installedAt < changedAt('package-lock.json')) {
  const why = installedAt === 0 ? 'node_modules is missing' : 'node_modules is older than the lock file';
  console.log(`set-up: ${why}, running npm ci`);
  // No dependency of ours needs its install scripts, so none gets to run any.
  const { status } = spawnSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], {
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (status !== 0) process.exit(status ?? 1);
}
