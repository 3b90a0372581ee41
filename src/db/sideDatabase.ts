import { abortWhenLeft } from './leavePage';

/*
 * The side database is small and apart from the log. It holds what must be on disk when the log
 * takes no writes: the pending writes, and a few facts about the log. It has room in reserve, so
 * that it can be written to when the storage is full.
 *
 * In Chromium all databases of a storage bucket share their files, so that a damaged log would take
 * this database along. It therefore lives in a bucket of its own, where the browser has buckets.
 * Elsewhere each database has files of its own.
 */

const NAME = 'infernalops-side';
const BUCKET = 'infernalops';
/** A browser that does not answer within this time is taken as one that failed. */
const MAX_WAIT_MS = 2000;

/** A fact about the log that is known without opening it. */
export interface SideFact {
  id: string;
}

/** What the side database holds: the pending writes in the order in which they were kept. */
export interface SideContent {
  writes: unknown[];
  facts: SideFact[];
}

interface WithBuckets {
  storageBuckets?: {
    open(name: string, options: { durability: 'strict' }): Promise<{ indexedDB: IDBFactory }>;
  };
}

/**
 * Returns the IndexedDB of a storage bucket of its own, or the usual one in a browser without
 * buckets. Rejects if the browser does not answer: what is kept must not be in one at one start and
 * in the other at the next.
 */
export async function sideFactory(): Promise<IDBFactory> {
  // Node, in which some tests run, has no navigator.
  const { storageBuckets } = (globalThis.navigator ?? {}) as WithBuckets;
  const opening = storageBuckets?.open(BUCKET, { durability: 'strict' }).catch(() => null);
  const bucket = opening && (await withinTime(opening, MAX_WAIT_MS));
  return bucket?.indexedDB ?? indexedDB;
}

let connection: Promise<IDBDatabase> | null = null;

function connect(): Promise<IDBDatabase> {
  connection ??= open().catch((error) => {
    connection = null;
    throw error;
  });
  return connection;
}

async function open(): Promise<IDBDatabase> {
  const factory = await sideFactory();
  return new Promise((resolve, reject) => {
    const opening = factory.open(NAME, 1);
    opening.onupgradeneeded = () => {
      const writes = opening.result.createObjectStore('writes', { autoIncrement: true });
      writes.createIndex('id', 'id');
      opening.result.createObjectStore('facts', { keyPath: 'id' });
      opening.result.createObjectStore('reserve');
    };
    opening.onsuccess = () => {
      const opened = opening.result;
      const disconnect = () => {
        opened.close();
        connection = null;
      };
      opened.onversionchange = disconnect;
      opened.onclose = disconnect;
      resolve(opened);
    };
    opening.onerror = () => reject(opening.error);
  });
}

/**
 * Runs `body` in one strict transaction and resolves when it is on disk, to the result of the
 * request that `body` returned. Rejects if the browser fails or does not answer.
 */
export async function inTransaction<T>(
  mode: IDBTransactionMode,
  body: (store: (name: 'writes' | 'facts' | 'reserve') => IDBObjectStore) => T,
): Promise<T> {
  const run = async (): Promise<T> => {
    const database = await connect();
    return new Promise((resolve, reject) => {
      const stores = ['writes', 'facts', 'reserve'];
      const transaction = database.transaction(stores, mode, { durability: 'strict' });
      abortWhenLeft(transaction);
      const result = body((name) => transaction.objectStore(name));
      transaction.oncomplete = () => resolve(result);
      transaction.onabort = () => reject(transaction.error);
    });
  };
  return withinTime(run(), MAX_WAIT_MS);
}

/** Rejects with a `TimeoutError` if the promise is not settled in time. */
export function withinTime<T>(promise: Promise<T>, maxMs: number): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new DOMException('no answer in time', 'TimeoutError')), maxMs);
    promise.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}

/** Reads everything. A side database that cannot be read is taken for an empty one. */
export async function readSide(): Promise<SideContent> {
  try {
    const { writes, facts } = await inTransaction('readonly', (store) => ({
      writes: store('writes').getAll() as IDBRequest<unknown[]>,
      facts: store('facts').getAll() as IDBRequest<SideFact[]>,
    }));
    return { writes: writes.result, facts: facts.result };
  } catch {
    return { writes: [], facts: [] };
  }
}
