// `npm run check` finds what a change breaks, within a minute. It checks the types and the lint of
// everything, and runs the tests that import a file changed since the merge base with the main
// branch, committed or not. Each test runs once, in UTC. `npm run check -- HEAD` covers uncommitted
// changes only. `npm test` adds the other zones, the build and the end-to-end tests.
import { spawn, spawnSync } from 'node:child_process';

/** @param {string[]} args */
const git = (...args) => spawnSync('git', args, { encoding: 'utf8' });

/** Returns the merge base with the main branch; HEAD if there is no main branch. */
function baseCommit() {
  for (const main of ['origin/main', 'main']) {
    const { status, stdout } = git('merge-base', 'HEAD', main);
    if (status === 0) return stdout.trim();
  }
  return 'HEAD';
}

/**
 * Runs a program of node_modules/.bin, prints whether it succeeded, and resolves to that. Its
 * output is printed only if it failed.
 *
 * @param {string} name as printed
 * @param {string[]} args the program and its arguments
 */
const runStep = (name, ...args) =>
  new Promise((resolve) => {
    const startedAt = performance.now();
    const child = spawn('npx', ['--no-install', ...args], { shell: process.platform === 'win32' });
    let output = '';
    const collect = (/** @type {Buffer} */ chunk) => (output += chunk);
    child.stdout.on('data', collect);
    child.stderr.on('data', collect);
    child.on('close', (status) => {
      const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
      console.log(`${status === 0 ? '✓' : '✗'} ${name} (${seconds} s)`);
      if (status !== 0) console.log(output);
      resolve(status === 0);
    });
  });

/**
 * Runs the steps one after another. Resolves to true if all of them succeeded.
 *
 * @param {(() => Promise<unknown>)[]} steps
 */
async function runInOrder(...steps) {
  const results = [];
  for (const run of steps) results.push(await run());
  return results.every(Boolean);
}

const startedAt = performance.now();
// There are two lanes for two cores. The tests start after both lanes, because they use both cores
// themselves.
const lanes = await Promise.all([
  runInOrder(
    () => runStep('types', 'tsc'),
    () => runStep('types of the service worker', 'tsc', '-p', 'src/pwa/worker'),
  ),
  runInOrder(
    () => runStep('lint', 'biome', 'check', '--error-on-warnings'),
    () => runStep('layer rules', 'depcruise', '-T', 'err-long', 'src', 'build'),
    () => runStep('unused files and exports', 'knip'),
  ),
]);

const PROJECTS_IN_UTC = ['UTC', 'storage', 'server', 'app', 'command line'].flatMap((name) => ['--project', name]);
const base = process.argv[2] ?? baseCommit();
console.log(`tests that import what changed since ${base.slice(0, 8)}:`);
const tests = spawnSync(
  'npx',
  ['--no-install', 'vitest', 'run', '--changed', base, '--reporter=dot', '--passWithNoTests', ...PROJECTS_IN_UTC],
  {
    stdio: 'inherit',
    shell: process.platform === 'win32',
  },
);
console.log(`check: ${((performance.now() - startedAt) / 1000).toFixed(1)} s`);
process.exit(lanes.every(Boolean) && tests.status === 0 ? 0 : 1);
