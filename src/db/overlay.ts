import {
  cmp,
  type DBCore,
  type DBCoreKeyRange,
  type DBCoreMutateRequest,
  type DBCoreQuery,
  type DBCoreTable,
  type DBCoreTransaction,
} from 'dexie';
import { isFailure, type StorageFailure } from '@/domain/refusal';
import type { Instant } from '@/lib/time';
import { applyPending } from './applyPending';
import { InfernalDatabase, type Overlay } from './database';
import { type CursorEntry, compareEntries, mergeCursors } from './mergedCursor';
import { forgetPending, type KeptPlace, keepPending, type PendingWrite } from './pending';

/*
 * An overlay is a log whose changes are only in memory, on top of rows that are read from the disk.
 * When the storage takes no writes, the app shows an overlay with the pending writes applied, so
 * the night goes on: all commands and queries work as usual. The door keeps each write (door.ts).
 *
 * It is a layer below Dexie: every read is answered by the disk and then corrected by what was
 * changed in memory.
 */

/** Dexie's own layers have levels from -1 to 2; this one is closest to the disk. */
const LEVEL = -10;

const DELETED = Symbol('deleted');
type Value = object | typeof DELETED;

/** The changes of one table, by key. */
type Changes = Map<string, Value>;
type ChangesByTable = Map<string, Changes>;

/**
 * Opens an overlay on a database, with the pending writes applied. Throws if the database cannot be
 * read.
 *
 * @param because why the storage takes no writes
 * @param onKept is told where each write is kept
 */
export async function openOverlay(
  base: InfernalDatabase,
  because: StorageFailure,
  now: Instant,
  onKept: (place: KeptPlace) => void = () => {},
  migrate?: (db: InfernalDatabase, write: PendingWrite) => Promise<PendingWrite>,
): Promise<InfernalDatabase> {
  const db = new InfernalDatabase(base.name, base.onTrouble, undefined, base.factory);
  db.overlay = { because, base, write: createWriter(because, onKept) };
  db.use({ stack: 'dbcore', name: 'overlay', level: LEVEL, create: layOver });
  await db.open();
  await applyPending(db, now, migrate);
  return db;
}

/** Runs commands one after the other: the transactions of an overlay do not wait for each other. */
function createWriter(because: StorageFailure, onKept: (place: KeptPlace) => void): Overlay['write'] {
  let lastWrite: Promise<unknown> = Promise.resolve();
  return async (write, run) => {
    if (!write) return { ok: false, failure: because, dropped: true };
    // It is kept before it is shown, so what the screen shows is on disk.
    const kept = await keepPending(write);
    onKept(kept);
    const running = lastWrite.then(run);
    lastWrite = running.catch(() => {});
    const result = await running;
    if (isFailure(result)) return { ...result, kept };
    if (!result.ok) await forgetPending(write.id);
    return result;
  };
}

function layOver(disk: DBCore): DBCore {
  const committed: ChangesByTable = new Map();
  const uncommitted = new WeakMap<DBCoreTransaction, ChangesByTable>();

  const changesOf = (table: string, trans: DBCoreTransaction): Changes =>
    new Map([...(committed.get(table) ?? []), ...(uncommitted.get(trans)?.get(table) ?? [])]);

  return {
    ...disk,
    transaction(stores, _mode, options) {
      const trans = disk.transaction(stores, 'readonly', options);
      const own: ChangesByTable = new Map(stores.map((store) => [store, new Map()]));
      uncommitted.set(trans, own);
      // Dexie adds its own listener later, so these changes are in place when it tells of them.
      (trans as unknown as IDBTransaction).addEventListener('complete', () => {
        for (const [table, changes] of own)
          committed.set(table, new Map([...(committed.get(table) ?? []), ...changes]));
      });
      return trans;
    },
    table(name) {
      const table = disk.table(name);
      const write = (trans: DBCoreTransaction, key: string, value: Value) =>
        uncommitted.get(trans)?.get(name)?.set(key, value);
      return { ...table, ...overlaidTable(table, (trans) => changesOf(name, trans), write) };
    },
  };
}

type Overlaid = Pick<DBCoreTable, 'mutate' | 'get' | 'getMany' | 'query' | 'count' | 'openCursor'>;

/*
 * These functions chain Dexie's promises instead of awaiting them: an `await` would leave Dexie's
 * transaction.
 */
function overlaidTable(
  table: DBCoreTable,
  changesIn: (trans: DBCoreTransaction) => Changes,
  write: (trans: DBCoreTransaction, key: string, value: Value) => void,
): Overlaid {
  const primaryKeyOf = (value: object): string => table.schema.primaryKey.extractKey?.(value);

  /** The rows in memory that a query finds, in the order of its index. */
  const findChanged = (trans: DBCoreTransaction, { index, range }: DBCoreQuery): CursorEntry[] =>
    [...changesIn(trans).values()]
      .filter((value): value is object => value !== DELETED)
      .map((value) => ({
        key: index.extractKey?.(value),
        primaryKey: primaryKeyOf(value),
        value: structuredClone(value),
      }))
      .filter(({ key }) => isInRange(key, range))
      .sort(compareEntries);

  const overlaid: Overlaid = {
    // The disk is asked even for what is in memory: otherwise the transaction would end.
    get: (request) =>
      table.get(request).then((stored) => {
        const changed = changesIn(request.trans).get(request.key);
        if (changed === undefined) return stored;
        return changed === DELETED ? undefined : structuredClone(changed);
      }),

    getMany: (request) =>
      table.getMany(request).then((stored) => {
        const changes = changesIn(request.trans);
        return request.keys.map((key, position) => {
          const changed = changes.get(key);
          if (changed === undefined) return stored[position];
          return changed === DELETED ? undefined : structuredClone(changed);
        });
      }),

    query({ trans, query, values, limit = Number.POSITIVE_INFINITY, direction = 'next' }) {
      const changes = changesIn(trans);
      // Each change in memory can take away at most one of the rows on disk.
      const onDisk = Number.isFinite(limit) ? { limit: limit + changes.size } : {};
      return table.query({ trans, query, values: true, direction, ...onDisk }).then(({ result }) => {
        const unchanged = (result as object[])
          .map((value) => ({ key: query.index.extractKey?.(value), primaryKey: primaryKeyOf(value), value }))
          .filter(({ primaryKey }) => !changes.has(primaryKey));
        const found = [...unchanged, ...findChanged(trans, query)].sort(compareEntries);
        if (direction.startsWith('prev')) found.reverse();
        return { result: found.slice(0, limit).map(({ primaryKey, value }) => (values ? value : primaryKey)) };
      });
    },

    count({ trans, query }) {
      const keys = [...changesIn(trans).keys()];
      return table.count({ trans, query }).then((count) =>
        table.getMany({ trans, keys }).then((replaced) => {
          const isFound = (value: object | undefined) =>
            value !== undefined && isInRange(query.index.extractKey?.(value), query.range);
          return count - replaced.filter(isFound).length + findChanged(trans, query).length;
        }),
      );
    },

    openCursor: (request) =>
      table.openCursor({ ...request, values: true }).then((cursor) => {
        const changed = findChanged(request.trans, request.query);
        if (request.reverse) changed.reverse();
        if (changed.length === 0 && cursor === null) return null;
        return mergeCursors(request.trans, cursor, {
          changed,
          isReplaced: (key) => changesIn(request.trans).has(key),
          isReverse: request.reverse === true,
        });
      }),

    mutate: (request) =>
      keysToChange(request).then((keys) => {
        keys.forEach((key, position) => {
          write(request.trans, key, 'values' in request ? structuredClone(request.values[position]) : DELETED);
        });
        return { numFailures: 0, failures: {}, lastResult: keys.at(-1), results: keys };
      }),
  };
  return overlaid;

  function keysToChange(request: DBCoreMutateRequest): Promise<string[]> {
    const { trans } = request;
    if (request.type === 'deleteRange')
      return overlaid
        .query({ trans, query: { index: table.schema.primaryKey, range: request.range } })
        .then(({ result }) => result);
    const keys: string[] = request.type === 'delete' ? request.keys : request.values.map(primaryKeyOf);
    return overlaid.getMany({ trans, keys }).then((existing) => {
      if (request.type === 'add' && existing.some((value) => value !== undefined))
        throw new DOMException('a row with this key exists', 'ConstraintError');
      return keys;
    });
  }
}

/** The types of ranges in Dexie, which exports them only as a type. */
const EQUAL = 1;
const RANGE = 2;
const NEVER = 4;

function isInRange(key: unknown, range: DBCoreKeyRange): boolean {
  const type: number = range.type;
  if (key === undefined || key === null || type === NEVER) return false;
  if (type === EQUAL) return cmp(key, range.lower) === 0;
  if (type !== RANGE) return true;
  const isAbove = range.lower === undefined || cmp(key, range.lower) >= (range.lowerOpen ? 1 : 0);
  const isBelow = range.upper === undefined || cmp(key, range.upper) <= (range.upperOpen ? -1 : 0);
  return isAbove && isBelow;
}
