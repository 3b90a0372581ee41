// `npm run soak` is for before a release, or for a night. It repeats the random tests of `npm test`
// with many more draws and new seeds, in every zone and with the files in random order. It kills
// the browser 200 times after a tap, on WebKit 50 times, 30 times after “kept”, 50 times in a
// restore, and once during an update for every fault of a host, the home server 100 times on each
// store, and damages every file of the log. The laws of sync are played 10,000 times on the
// simulated server (tests/sync/laws.test.ts) and 1,000 times on the real one with each store
// (tests/server/laws.test.ts). At the end a household is played for a simulated year on two phones
// (e2e/year.spec.ts), which `npm run soak:year` does alone. First it prints its settings; the same
// variables in front of the command repeat a run.
import { spawnSync } from 'node:child_process';

const newSeed = String(Date.now() % 1_000_000);
const defaults = {
  DAMAGES: '100',
  DAMAGE_SEED: newSeed,
  DRAWS: '10',
  DRAW_SEED: newSeed,
  FUZZ_FILES: '50000',
  FUZZ_SEED: newSeed,
  HOST_ROUNDS: '100',
  HOST_SEED: newSeed,
  HOUSEHOLDS: '2000',
  KEPT_KILLS: '30',
  KILLS: '200',
  KILL_SEED: newSeed,
  LAW_RUNS: '10000',
  RESTORE_KILLS: '50',
  SERVER_KILLS: '100',
  SERVER_LAW_RUNS: '1000',
  SOAK_NIGHTS: '365',
  SOAK_SEED: newSeed,
  WEBKIT_KILLS: '50',
};
const env = { ...defaults, ...process.env };
console.log(
  `soak: ${Object.keys(defaults)
    .map((name) => `${name}=${env[/** @type {keyof typeof defaults} */ (name)]}`)
    .join(' ')}`,
);

/** @param {string} command */
const run = (command) => spawnSync(command, { shell: true, stdio: 'inherit', env }).status === 0;

const randomTests = [
  `vitest run --sequence.shuffle.files --sequence.seed=${env.DRAW_SEED}`,
  'npm run build',
  'playwright test -c e2e killed kept whole-log damaged hosts',
  'playwright test -c e2e/webkit --pass-with-no-tests killed',
];
const year = 'playwright test -c e2e year.spec';
const steps = process.argv[2] === 'year' ? ['npm run build', year] : [...randomTests, year];
process.exit(steps.map(run).every(Boolean) ? 0 : 1);
