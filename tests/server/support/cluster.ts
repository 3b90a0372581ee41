import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { findPostgres } from '../../../.ci/postgres.mjs';

/** A PostgreSQL of the tests' own, in a temporary folder. */
export interface Cluster {
  /** The address of a database of this cluster. */
  urlOf(database: string): string;
  stop(): Promise<void>;
}

/** PostgreSQL refuses to run as root, so root starts it as one of these users. */
const OTHER_USERS = ['postgres', 'nobody'];

/** Rejects on CI, and resolves to null elsewhere, if this machine has no PostgreSQL. */
export async function startCluster(): Promise<Cluster | null> {
  const programs = findPostgres();
  if (!programs) {
    if (process.env.CI) throw new Error('No PostgreSQL found. The tests of the home server need one on CI.');
    process.stderr.write('No PostgreSQL found: the tests of the home server run on PGlite only.\n');
    return null;
  }
  // The path of a socket has at most 107 characters.
  const folder = mkdtempSync(join(tmpdir(), 'infernalops-pg-'));
  const user = process.getuid?.() === 0 ? otherUser() : null;
  if (user) chownSync(folder, user.uid, user.gid);

  const data = join(folder, 'data');
  const options = { ...user, cwd: folder, env: { ...process.env, LC_ALL: 'C', TZ: 'UTC' } };
  const initdbArgs = ['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--no-sync'];
  execFileSync(join(programs, 'initdb'), initdbArgs, { ...options, stdio: 'ignore' });

  // No port of the network, and `fsync` as in production.
  const settings = { listen_addresses: '', unix_socket_directories: folder, max_connections: '200' };
  const args = ['-D', data, ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])];
  const postgres = spawn(join(programs, 'postgres'), args, { ...options, stdio: ['ignore', 'ignore', 'pipe'] });
  const exited = once(postgres, 'exit');
  await untilReady(postgres.stderr);

  return {
    urlOf: (database) => `postgresql://postgres@localhost/${database}?host=${encodeURIComponent(folder)}`,
    async stop() {
      postgres.kill('SIGINT');
      await exited;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function otherUser(): { uid: number; gid: number } {
  const idOf = (flag: string, name: string) =>
    Number(execFileSync('id', [flag, name], { stdio: ['ignore', 'pipe', 'ignore'] }));
  for (const name of OTHER_USERS) {
    try {
      return { uid: idOf('-u', name), gid: idOf('-g', name) };
    } catch {
      // There is no such user.
    }
  }
  throw new Error(`None of the users ${OTHER_USERS.join(', ')} exists.`);
}

/** Resolves when PostgreSQL says that it takes connections. */
async function untilReady(output: NodeJS.ReadableStream): Promise<void> {
  let text = '';
  for await (const chunk of output) {
    text += chunk;
    if (text.includes('ready to accept connections')) {
      // The pipe must not fill up.
      output.resume();
      return;
    }
  }
  throw new Error(`PostgreSQL has not started: ${text}`);
}

/** Runs one statement as the owner of the cluster. */
export async function runSql<Row extends object>(url: string, sql: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query<Row>(sql);
  await client.end();
  return rows;
}
