// `npm run soak`, before a release or for a night: what `npm test` draws at random, drawn many times
// more and from seeds of its own, in every zone and with the files in random order; and the browser killed 200 times.
// Everything it chose is printed first: the same variables in front of it repeat a run.
import { spawnSync } from 'node:child_process';

const fresh = String(Date.now() % 1_000_000);
const chosen = {
  DRAWS: '10',
  DRAW_SEED: fresh,
  FUZZ_FILES: '50000',
  FUZZ_SEED: fresh,
  HOUSEHOLDS: '2000',
  KILLS: '200',
  KILL_SEED: fresh,
};
const env = { ...chosen, ...process.env };
console.log(
  `soak: ${Object.keys(chosen)
    .map((name) => `${name}=${env[/** @type {keyof typeof chosen} */ (name)]}`)
    .join(' ')}`,
);

/** @param {string} command */
const run = (command) => spawnSync(command, { shell: true, stdio: 'inherit', env }).status === 0;

const steps = [
  `vitest run --sequence.shuffle.files --sequence.seed=${env.DRAW_SEED}`,
  'npm run build',
  'playwright test -c e2e killed',
];
process.exit(steps.map(run).every(Boolean) ? 0 : 1);
