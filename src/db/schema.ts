import type { Dexie, Transaction } from 'dexie';

/** The migrations of an older database. Each one runs in the upgrade transaction of its version. */
export interface Migrations {
  toVersion2: (tx: Transaction) => Promise<void>;
  toVersion3: (tx: Transaction) => Promise<void>;
  toVersion4: (tx: Transaction) => Promise<void>;
  toVersion5: (tx: Transaction) => Promise<void>;
}

/**
 * Declares every version of the tables that was ever shipped, oldest first. A shipped version is
 * never edited: each change is a new version with its own migration in `migrations/`, a frozen
 * fixture and a before-and-after test.
 *
 * Indexes: `resolvedAt` finds open incidents (see `storedIncident.ts`) and those that reach into a
 * range, `detectedAt` those that begin in it, `[childId+detectedAt]` the incidents of one child
 * before and after, `mergedInto` the incidents that were joined into another one, `joinedIds` those
 * into which others were.
 *
 * `outbox`, `documents`, `later`, `phones` and `pages` belong to the sync (`outbox.ts`,
 * `syncTables.ts`).
 */
export function declareVersions(db: Dexie, migrate: (name: keyof Migrations) => Migrations[typeof name]): void {
  db.version(1).stores({
    household: 'id',
    children: 'id',
    caregivers: 'id',
    incidents: 'id, detectedAt, resolvedAt, [childId+detectedAt]',
    nights: 'id',
    episodes: 'id, childId',
    observations: 'id, at, [childId+at]',
    chores: 'id, deferredAt',
    naps: 'id, startedAt',
    runbooks: 'id',
    meta: 'id',
  });
  db.version(2).upgrade(migrate('toVersion2'));
  db.version(3).upgrade(migrate('toVersion3'));
  db.version(4)
    .stores({
      incidents: 'id, detectedAt, resolvedAt, mergedInto, *joinedIds, [childId+detectedAt]',
      outbox: 'key',
      documents: 'id',
      later: 'id',
      phones: 'id',
    })
    .upgrade(migrate('toVersion4'));
  db.version(5).stores({ pages: 'id' }).upgrade(migrate('toVersion5'));
}

/**
 * The generation of this app. It rises with every version whose rows an older app must not write.
 * It is stored in the database, because Dexie silently opens a database that is newer than it knows
 * (Dexie #2097).
 */
export const SCHEMA_GENERATION = 5;
