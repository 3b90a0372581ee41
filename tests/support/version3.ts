import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { Dexie } from 'dexie';
import { STORES_OF_VERSION_1 } from './version1/log';
import type { Tables } from './version2';

/* The fixtures of version 3 (tests/fixtures/version-3). */

const FOLDER = resolve('tests', 'fixtures', 'version-3');
const read = (name: string): string => readFileSync(resolve(FOLDER, name), 'utf8');

export const backupOfVersion3 = (): string => read('backup.json');
export const tablesOfVersion3 = (): Tables =>
  JSON.parse(read('database.json'), (_key, value) => (value === 'Infinity' ? Number.POSITIVE_INFINITY : value));
/** What that version computed; `computedOf` of version 2 computes the same today. */
export const expectedOfVersion3 = (): Record<string, unknown> => JSON.parse(read('expected.json'));

/** Creates a database as version 3 of the app left it. Its tables are those of version 1. */
export async function putDatabaseOfVersion3(name: string, tables = tablesOfVersion3()): Promise<void> {
  const db = new Dexie(name);
  db.version(1).stores(STORES_OF_VERSION_1);
  db.version(3);
  await db.open();
  for (const [table, rows] of Object.entries(tables)) await db.table(table).bulkPut(rows);
  db.close();
}
