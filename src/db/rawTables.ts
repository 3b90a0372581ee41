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
 * Returns raw rows in the form of a backup file. The crash screen and the download of a replaced
 * log use it. Nothing is checked, so only the storage can fail.
 */
export function rawBackup(tables: RawTables, exportedAt: Instant): Record<string, unknown> {
  const rows = Object.fromEntries(TABLE_NAMES.map((table) => [table, tables[table].map(withoutIndexFields)]));
  return { format: 'infernalops', version: ROWS_VERSION, exportedAt, ...rows, household: tables.household[0] };
}
