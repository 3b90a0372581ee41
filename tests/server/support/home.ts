import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inject } from 'vitest';
import { type Config, readConfig } from '@/server/config';
import { createLog } from '@/server/log';
import { type RunningServer, startServer } from '@/server/startServer';
import { runSql } from './cluster';

/** A place for a store: a new folder, or a new database of the test cluster. */
export interface Place {
  env: Record<string, string>;
  remove(): Promise<unknown>;
}

export interface StoreKind {
  name: string;
  createPlace(): Promise<Place>;
}

let databases = 0;

/** Both stores, or PGlite alone on a machine without PostgreSQL. */
export function storeKinds(): StoreKind[] {
  const postgresUrl = inject('postgresUrl');
  const pglite: StoreKind = {
    name: 'PGlite',
    async createPlace() {
      const folder = mkdtempSync(join(tmpdir(), 'infernalops-data-'));
      cpSync(inject('pgliteTemplate'), folder, { recursive: true });
      return {
        env: { INFERNALOPS_DATA: folder },
        remove: async () => rmSync(folder, { recursive: true, force: true }),
      };
    },
  };
  if (postgresUrl === null) return [pglite];
  const postgres: StoreKind = {
    name: 'PostgreSQL',
    async createPlace() {
      databases += 1;
      const name = `test_${process.pid}_${databases}`;
      const admin = postgresUrl.replace('DATABASE', 'postgres');
      await runSql(admin, `CREATE DATABASE ${name}`);
      return {
        env: { DATABASE_URL: postgresUrl.replace('DATABASE', name) },
        remove: () => runSql(admin, `DROP DATABASE ${name} WITH (FORCE)`),
      };
    },
  };
  return [pglite, postgres];
}

export interface Home extends RunningServer {
  /** The lines of the log so far. */
  logged: Record<string, unknown>[];
}

/** A port that is free, and limits that no other test reaches. */
const TEST_ENV = {
  PORT: '0',
  INFERNALOPS_REQUESTS_PER_MINUTE: '0',
  INFERNALOPS_HOUSEHOLD_REQUESTS_PER_MINUTE: '0',
  INFERNALOPS_NEW_HOUSEHOLDS_PER_HOUR: '0',
};

/** Starts a server of this process at a place, with more variables and settings if need be. */
export async function startHome(
  place: Place,
  env: Record<string, string> = {},
  change: (config: Config) => Config = (config) => config,
): Promise<Home> {
  const logged: Record<string, unknown>[] = [];
  const config = readConfig({ ...TEST_ENV, ...place.env, ...env }, inject('appFolder'));
  const log = createLog((line) => logged.push(JSON.parse(line)));
  return { ...(await startServer(change(config), log)), logged };
}

/** The environment of a server that runs as a process of its own. */
export const processEnv = (place: Place, env: Record<string, string> = {}): Record<string, string> => ({
  PATH: process.env.PATH ?? '',
  INFERNALOPS_APP: inject('appFolder'),
  ...TEST_ENV,
  ...place.env,
  ...env,
});
