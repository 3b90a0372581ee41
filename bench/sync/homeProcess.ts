import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { type Cluster, startCluster } from '../../tests/server/support/cluster';

const SCRIPT = fileURLToPath(new URL('../../dist-server/server.js', import.meta.url));

/** All of the load comes from one address, which a server would refuse. */
const NO_LIMITS = {
  INFERNALOPS_REQUESTS_PER_MINUTE: '0',
  INFERNALOPS_HOUSEHOLD_REQUESTS_PER_MINUTE: '0',
  INFERNALOPS_NEW_HOUSEHOLDS_PER_HOUR: '0',
};

/** The built home server as a process of its own, on an empty store. */
export interface HomeProcess {
  /** Without a slash at its end. A browser trusts this address without https. */
  url: string;
  store: 'PostgreSQL' | 'PGlite';
  /** The memory of the process, in bytes. That of PostgreSQL's processes is not part of it. */
  rss(): number;
  /** Ends the process and removes its store. */
  stop(): Promise<void>;
}

export async function startOnPglite(): Promise<HomeProcess> {
  const folder = await mkdtemp(join(tmpdir(), 'bench-home-'));
  return startProcess('PGlite', { INFERNALOPS_DATA: folder }, () => rm(folder, { recursive: true }));
}

/** Resolves to null on a machine without PostgreSQL. */
export async function startOnPostgres(): Promise<HomeProcess | null> {
  const cluster: Cluster | null = await startCluster();
  return cluster && startProcess('PostgreSQL', { DATABASE_URL: cluster.urlOf('postgres') }, () => cluster.stop());
}

async function startProcess(
  store: HomeProcess['store'],
  place: Record<string, string>,
  removePlace: () => Promise<void>,
): Promise<HomeProcess> {
  const env = { PATH: process.env.PATH ?? '', PORT: '0', ...NO_LIMITS, ...place };
  const child = spawn(process.execPath, [SCRIPT], { env, stdio: ['ignore', 'pipe', 'inherit'] });
  const url = await addressOf(child);
  return {
    url,
    store,
    rss: () => Number(execFileSync('ps', ['-o', 'rss=', '-p', String(child.pid)])) * 1024,
    async stop() {
      const exited = once(child, 'exit');
      child.kill('SIGTERM');
      await exited;
      await removePlace();
    },
  };
}

async function addressOf({ stdout }: ChildProcess): Promise<string> {
  if (!stdout) throw new Error('The output of the server is not read.');
  for await (const text of createInterface(stdout)) {
    const { event, url } = JSON.parse(text) as { event: string; url?: string };
    if (event !== 'started' || !url) continue;
    stdout.resume();
    return url.replace('127.0.0.1', 'localhost');
  }
  throw new Error('The home server has not started.');
}
