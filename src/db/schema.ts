import type { Dexie, Transaction } from 'dexie';

/**
 * Every version of the tables ever shipped, oldest first. A version that was shipped is never edited: a change is a new version
 * with a migration of its own in `migrations/`, a frozen fixture and a before-and-after test.
 *
 * Indexes: `resolvedAt` finds what is open (see `stored.ts`) and what reaches into a range, `detectedAt` what began in one,
 * `[childId+detectedAt]` a child's neighbours in time.
 */
export function declareVersions(db: Dexie, toVersion2: (tx: Transaction) => Promise<void>): void {
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
  db.version(2).upgrade(toVersion2);
}

/**
 * Raised with every version whose rows an older app must not write. It lies in the database itself, because Dexie opens a
 * newer database than it knows without a word (Dexie #2097).
 */
export const SCHEMA_GENERATION = 2;
