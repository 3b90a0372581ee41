// `npm run check`: what a change can break, in a minute. Types and lint of everything, and the
// tests that import a file changed since the merge base with the main branch, committed or not;
// each once, in UTC. `npm run check -- HEAD` is what is not committed alone. `npm test` has the other zones, the build and the end-to-end tests.
import { spawn, spawnSync } from 'node:child_process';

/** @param {string[]} args */
const git = (...args) => spawnSync('git', args, { encoding: 'utf8' });

/** Where this branch left the main one; HEAD where there is no main branch to compare with. */
function baseCommit() {
  for (const main of ['origin/main', 'main']) {
    const { status, stdout } = git('merge-base', 'HEAD', main);
    if (status === 0) return stdout.trim();
  }
  return 'HEAD';
}

/**
 * @param {string} name
 * @param {string[]} args of a program in node_modules/.bin
 */
const step = (name, ...args) =>
  new Promise((resolve) => {
    const began = performance.now();
    const child = spawn('npx', ['--no-install', ...args], { shell: process.platform === 'win32' });
    let output = '';
    const collect = (/** @type {Buffer} */ chunk) => (output += chunk);
    child.stdout.on('data', collect);
    child.stderr.on('data', collect);
    child.on('close', (status) => {
      const seconds = ((performance.now() - began) / 1000).toFixed(1);
      console.log(`${status === 0 ? '✓' : '✗'} ${name} (${seconds} s)`);
      if (status !== 0) console.log(output);
      resolve(status === 0);
    });
  });

/** @param {(() => Promise<unknown>)[]} steps one after the other */
async function inTurn(...steps) {
  const results = [];
  for (const run of steps) results.push(await run());
  return results.every(Boolean);
}

const began = performance.now();
// Two lanes for two cores. The tests wait for both: they keep the two busy by themselves.
const lanes = await Promise.all([
  inTurn(
    () => step('types', 'tsc'),
    () => step('types of the service worker', 'tsc', '-p', 'src/pwa/worker'),
  ),
  inTurn(
    () => step('lint', 'biome', 'check', '--error-on-warnings'),
    () => step('unused files and exports', 'knip'),
  ),
]);

const ONCE = ['UTC', 'storage', 'app', 'command line'].flatMap((name) => ['--project', name]);
const base = process.argv[2] ?? baseCommit();
console.log(`tests that import what changed since ${base.slice(0, 8)}:`);
const tests = spawnSync(
  'npx',
  ['--no-install', 'vitest', 'run', '--changed', base, '--reporter=dot', '--passWithNoTests', ...ONCE],
  {
    stdio: 'inherit',
    shell: process.platform === 'win32',
  },
);
console.log(`check: ${((performance.now() - began) / 1000).toFixed(1)} s`);
process.exit(lanes.every(Boolean) && tests.status === 0 ? 0 : 1);
