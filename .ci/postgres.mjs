// Finds the PostgreSQL for the tests of the home server, or installs one with apt-get when run as
// root. The tests start a cluster of their own with it; no cluster of the distribution is started.
import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { pathToFileURL } from 'node:url';

const DEBIAN_FOLDER = '/usr/lib/postgresql';
const DEBIAN_SETTINGS = '/etc/postgresql-common/createcluster.conf';
const MIN_VERSION = 15;

/** @param {string} path */
function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** @param {string} folder */
function hasPostgres(folder) {
  if (!['initdb', 'postgres'].every((program) => isExecutable(join(folder, program)))) return false;
  const { stdout } = spawnSync(join(folder, 'postgres'), ['--version'], { encoding: 'utf8' });
  return Number(stdout?.match(/ (\d+)/)?.[1] ?? 0) >= MIN_VERSION;
}

/** @returns {string | null} the folder of `initdb` and `postgres`, null if there is none */
export function findPostgres() {
  const versions = existsSync(DEBIAN_FOLDER) ? readdirSync(DEBIAN_FOLDER) : [];
  const newestFirst = versions.sort((a, b) => Number(b) - Number(a));
  const folders = [
    ...(process.env.PATH ?? '').split(delimiter),
    ...newestFirst.map((version) => join(DEBIAN_FOLDER, version, 'bin')),
  ];
  return folders.find(hasPostgres) ?? null;
}

/**
 * @param {string} program
 * @param {string[]} args
 */
function run(program, ...args) {
  console.log(`set-up: no PostgreSQL here, running ${program} ${args.join(' ')}`);
  spawnSync(program, args, {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
}

function installPostgres() {
  if (process.getuid?.() !== 0 || !isExecutable('/usr/bin/apt-get')) return null;
  if (!existsSync(DEBIAN_SETTINGS)) {
    mkdirSync('/etc/postgresql-common', { recursive: true });
    writeFileSync(DEBIAN_SETTINGS, 'create_main_cluster = false\n');
  }
  run('apt-get', 'update', '-qq');
  run(
    'apt-get',
    'install',
    '-y',
    '-qq',
    '--no-install-recommends',
    '-o',
    'Dpkg::Options::=--force-confold',
    'postgresql',
  );
  return findPostgres();
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const folder = findPostgres() ?? installPostgres();
  // On CI the tests fail without it; elsewhere they say that half of them are skipped.
  console.log(folder ? `postgres: ${folder}` : 'postgres: none found; the tests of the home server run on PGlite only');
}
