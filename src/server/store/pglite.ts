import { existsSync, mkdirSync, renameSync } from 'node:fs';
import { statfs } from 'node:fs/promises';
import { join } from 'node:path';
import { PGlite, type Transaction } from '@electric-sql/pglite';
import type { Log } from '@/server/log';
import { lockFolder } from './folderLock';
import { SyncedNodeFS } from './SyncedNodeFS';
import type { Query, Store } from './store';

/** The object ids of PostgreSQL's types. */
const INT8 = 20;

const MEBIBYTE = 1024 * 1024;

/**
 * After so much of write-ahead log, the tables are brought to the disk and the log begins again.
 */
const CHECKPOINT_BYTES = 16 * MEBIBYTE;
/** After so many transactions, of at most 1 MiB each, it is asked whether a checkpoint is due. */
const TRANSACTIONS_BETWEEN_CHECKS = 25;

/** The least with which the store opens: recovery may need a new segment of the log. */
const MIN_FREE_TO_OPEN = 20 * MEBIBYTE;

/** PGlite's own, without its `-F`, which turns `fsync` off; and with less log that is kept. */
const START_PARAMS = [
  ...PGlite.defaultStartParams.filter((param) => param !== '-F'),
  ...['wal_sync_method=fsync', 'max_wal_size=64MB', 'min_wal_size=32MB'].flatMap((setting) => ['-c', setting]),
];

/**
 * Opens the embedded PostgreSQL in a folder of the server's own, and makes both if need be. If its
 * files do not open, they are set aside and a new store begins: the phones have everything and send
 * it again.
 *
 * Rejects if another process has the folder open.
 */
export async function openPglite(folder: string, minFreeBytes: number, log: Log): Promise<Store> {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  if ((await freeBytes(folder)) < MIN_FREE_TO_OPEN) throw new Error(`The disk of ${folder} is full.`);
  const unlock = lockFolder(folder);
  try {
    const db = await openOrBeginAgain(join(folder, 'store'), log);
    // PGlite hangs when the disk is full, so it must not come to that.
    const hasRoom = async () => (await freeBytes(folder)) >= minFreeBytes;
    return storeOf(db, hasRoom, unlock, log);
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

async function freeBytes(folder: string): Promise<number> {
  const { bavail, bsize } = await statfs(folder);
  return bavail * bsize;
}

/**
 * A PostgreSQL in one process makes no checkpoints by itself: its log would grow as long as it
 * runs.
 */
async function checkpointIfDue(db: PGlite): Promise<void> {
  const { rows } = await db.query<{ bytes: number }>(
    'SELECT pg_wal_lsn_diff(pg_current_wal_insert_lsn(), redo_lsn)::bigint AS bytes FROM pg_control_checkpoint()',
  );
  if ((rows[0]?.bytes ?? 0) > CHECKPOINT_BYTES) await db.exec('CHECKPOINT');
}

function storeOf(db: PGlite, hasRoom: () => Promise<boolean>, unlock: () => void, log: Log): Store {
  const queryOn =
    (session: PGlite | Transaction): Query =>
    async <Row extends object>(sql: string, params?: readonly unknown[]) => {
      if (params === undefined) return ((await session.exec(sql))[0]?.rows ?? []) as Row[];
      return (await session.query<Row>(sql, [...params])).rows;
    };
  let unchecked = 0;
  const listeners: { channel: string; onNotification: (payload: string) => void }[] = [];
  return {
    name: 'PGlite',
    query: queryOn(db),
    async transaction(work) {
      const result = await db.transaction((transaction) => work(queryOn(transaction)));
      unchecked = (unchecked + 1) % TRANSACTIONS_BETWEEN_CHECKS;
      // What is committed stays so, whether or not the checkpoint succeeds.
      if (unchecked === 0) {
        await checkpointIfDue(db).catch((error: Error) => log.error('checkpointFailed', { reason: error.message }));
      }
      return result;
    },
    async listen(channel, onNotification) {
      listeners.push({ channel, onNotification });
    },
    // One process has the store, so it has nobody else to tell.
    async notify(channel, payloads) {
      for (const payload of payloads)
        for (const listener of listeners) if (listener.channel === channel) listener.onNotification(payload);
    },
    hasRoom,
    async close() {
      await db.close();
      unlock();
    },
  };
}
