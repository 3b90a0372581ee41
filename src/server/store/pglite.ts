import { existsSync, mkdirSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { PGlite, type Transaction } from '@electric-sql/pglite';
import type { Log } from '@/server/log';
import { lockFolder } from './folderLock';
import { SyncedNodeFS } from './SyncedNodeFS';
import type { Query, Store } from './store';

/** The object ids of PostgreSQL's types. */
const INT8 = 20;

/** PGlite's own, without its `-F`, which turns `fsync` off. */
const START_PARAMS = [...PGlite.defaultStartParams.filter((param) => param !== '-F'), '-c', 'wal_sync_method=fsync'];

/**
 * Opens the embedded PostgreSQL in a folder of the server's own, and makes both if need be. If its
 * files do not open, they are set aside and a new store begins: the phones have everything and send
 * it again.
 *
 * Rejects if another process has the folder open.
 */
export async function openPglite(folder: string, log: Log): Promise<Store> {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const unlock = lockFolder(folder);
  try {
    const db = await openOrBeginAgain(join(folder, 'store'), log);
    return storeOf(db, unlock);
  } catch (error) {
    unlock();
    throw error;
  }
}

async function openOrBeginAgain(path: string, log: Log): Promise<PGlite> {
  const isNew = !existsSync(path);
  try {
    return await open(path);
  } catch (error) {
    if (isNew) throw error;
    const aside = `${path}.broken-${new Date().toISOString().replaceAll(':', '-')}`;
    renameSync(path, aside);
    log.error('storeSetAside', { reason: String(error), aside });
    try {
      return await open(path);
    } catch (again) {
      // The fault is not in the files: a full disk, for instance.
      renameSync(path, `${aside}-new`);
      renameSync(aside, path);
      throw again;
    }
  }
}

async function open(path: string): Promise<PGlite> {
  const db = new PGlite({
    fs: new SyncedNodeFS(path),
    startParams: START_PARAMS,
    relaxedDurability: false,
    parsers: { [INT8]: Number },
  });
  await db.waitReady;
  return db;
}

function storeOf(db: PGlite, unlock: () => void): Store {
  const queryOn =
    (session: PGlite | Transaction): Query =>
    async <Row extends object>(sql: string, params?: readonly unknown[]) => {
      if (params === undefined) return ((await session.exec(sql))[0]?.rows ?? []) as Row[];
      return (await session.query<Row>(sql, [...params])).rows;
    };
  return {
    name: 'PGlite',
    query: queryOn(db),
    transaction: (work) => db.transaction((transaction) => work(queryOn(transaction))),
    async listen(channel, onNotification) {
      await db.listen(channel, onNotification);
    },
    async close() {
      await db.close();
      unlock();
    },
  };
}
