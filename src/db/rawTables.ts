import { ROWS_VERSION, TABLE_NAMES } from '@/domain/rows/tables';
import type { Instant } from '@/lib/time';
import type { InfernalDatabase } from './database';
import { type RawTables, withoutIndexFields } from './storedIncident';

/** Reads all rows of all tables exactly as they are stored. */
export async function readRawTables(db: InfernalDatabase): Promise<RawTables> {
  const tables: Partial<RawTables> = {};
  for (const table of TABLE_NAMES) tables[table] = await db.table<unknown>(table).toArray();
  return tables as RawTables;
}

/**
 * Reads what can be read of a damaged log, row by row where a table as a whole cannot be read.
 * Returns how many rows could not be read, too; null if there is not one that could.
 */
export async function readWhatCanBeRead(
  db: InfernalDatabase,
): Promise<{ tables: RawTables; unreadableCount: number } | null> {
  const tables: Partial<RawTables> = {};
  let unreadableCount = 0;
  for (const name of TABLE_NAMES) {
    const table = db.table<unknown, string>(name);
    tables[name] = await table.toArray().catch(async () => {
      const keys = await table
        .toCollection()
        .primaryKeys()
        .catch(() => [] as string[]);
      const rows = await Promise.all(keys.map((key) => table.get(key).catch(() => undefined)));
      const readable = rows.filter((row) => row !== undefined);
      // A table whose keys cannot be read either counts as one row.
      unreadableCount += Math.max(1, keys.length - readable.length);
      return readable;
    });
  }
  const isEmpty = TABLE_NAMES.every((name) => tables[name]?.length === 0);
  return isEmpty ? null : { tables: tables as RawTables, unreadableCount };
}

/**
 * Returns raw rows in the form of a backup file. The crash screen and the download of a replaced
 * log use it. Nothing is checked, so only the storage can fail.
 */
export function rawBackup(tables: RawTables, exportedAt: Instant): Record<string, unknown> {
  const rows = Object.fromEntries(TABLE_NAMES.map((table) => [table, tables[table].map(withoutIndexFields)]));
  return { format: 'infernalops', version: ROWS_VERSION, exportedAt, ...rows, household: tables.household[0] };
}
