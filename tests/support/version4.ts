import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { Dexie } from 'dexie';
import { STORES_OF_VERSION_1 } from './version1/log';
import type { Tables } from './version2';

/* The fixtures of version 4 (tests/fixtures/version-4). */

const FOLDER = resolve('tests', 'fixtures', 'version-4');
const read = (name: string): string => readFileSync(resolve(FOLDER, name), 'utf8');

export const backupOfVersion4 = (): string => read('backup.json');
export const tablesOfVersion4 = (): Tables =>
  JSON.parse(read('database.json'), (_key, value) => (value === 'Infinity' ? Number.POSITIVE_INFINITY : value));
/** What that version computed; `computedOf` of version 2 computes the same today. */
export const expectedOfVersion4 = (): Record<string, unknown> => JSON.parse(read('expected.json'));

/** What version 4 added to the tables of version 1. */
const STORES_OF_VERSION_4 = {
  incidents: 'id, detectedAt, resolvedAt, mergedInto, *joinedIds, [childId+detectedAt]',
  outbox: 'key',
  documents: 'id',
  later: 'id',
  phones: 'id',
};

/** Creates a database as version 4 of the app left it. */
export async function putDatabaseOfVersion4(name: string, tables = tablesOfVersion4()): Promise<void> {
  const db = new Dexie(name);
  db.version(1).stores(STORES_OF_VERSION_1);
  db.version(4).stores(STORES_OF_VERSION_4);
  await db.open();
  for (const [table, rows] of Object.entries(tables)) await db.table(table).bulkPut(rows);
  db.close();
}
