// Runs before `npm start` and `npm test` and needs only Node. If node_modules is missing or older
// than the lock file, it says so and installs what the lock file names.
import { spawnSync } from 'node:child_process';
import { statSync } from 'node:fs';

/** @param {string} path */
const modifiedAt = (path) => statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;

// npm writes this file at the end of every install, so an interrupted install is repeated.
const installedAt = modifiedAt('node_modules/.package-lock.json');

if (installedAt < modifiedAt('package-lock.json')) {
  const why = installedAt === 0 ? 'node_modules is missing' : 'node_modules is older than the lock file';
  console.log(`set-up: ${why}, running npm ci`);
  // No dependency needs its install scripts, so they are not run.
  const { status } = spawnSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], {
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (status !== 0) process.exit(status ?? 1);
}
