import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { Dexie } from 'dexie';
import { STORES_OF_VERSION_1 } from './version1/log';
import type { Tables } from './version2';

/* The fixtures of the versions from 3 on, whose rows are migrated as they are. */

/** What each of these versions changed in the tables of version 1. */
const STORES = {
  3: {},
  4: {
    incidents: 'id, detectedAt, resolvedAt, mergedInto, *joinedIds, [childId+detectedAt]',
    outbox: 'key',
    documents: 'id',
    later: 'id',
    phones: 'id',
  },
} as const;

export type FrozenVersion = keyof typeof STORES;

/** Returns the fixtures of a version (`tests/fixtures/version-…`). */
export function frozenVersion(version: FrozenVersion) {
  const folder = resolve('tests', 'fixtures', `version-${version}`);
  const read = (name: string): string => readFileSync(resolve(folder, name), 'utf8');
  const tables = (): Tables =>
    JSON.parse(read('database.json'), (_key, value) => (value === 'Infinity' ? Number.POSITIVE_INFINITY : value));
  return {
    backup: (): string => read('backup.json'),
    tables,
    /** What that version computed; `computedOf` of version 2 computes the same today. */
    expected: (): Record<string, unknown> => JSON.parse(read('expected.json')),
    /** Creates a database as that version of the app left it. */
    putDatabase: async (name: string): Promise<void> => {
      const db = new Dexie(name);
      db.version(1).stores(STORES_OF_VERSION_1);
      db.version(version).stores(STORES[version]);
      await db.open();
      for (const [table, rows] of Object.entries(tables())) await db.table(table).bulkPut(rows);
      db.close();
    },
  };
}
