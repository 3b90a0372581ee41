import { ROWS_VERSION, TABLE_NAMES } from '@/domain/rows/tables';
import type { Instant } from '@/lib/time';
import type { InfernalDatabase } from './database';
import { type RawTables, withoutIndexFields } from './storedIncident';

export async function readRawTables(db: InfernalDatabase): Promise<RawTables> {
  const tables: Partial<RawTables> = {};
  for (const table of TABLE_NAMES) tables[table] = await db.table<unknown>(table).toArray();
  return tables as RawTables;
}

/**
 * Raw rows in the shape of a backup file. For the crash screen and for what was replaced: nothing is checked, so nothing can
 * fail but the storage itself.
 */
export function rawBackup(tables: RawTables, exportedAt: Instant): Record<string, unknown> {
  const rows = Object.fromEntries(TABLE_NAMES.map((table) => [table, tables[table].map(withoutIndexFields)]));
  return { format: 'infernalops', version: ROWS_VERSION, exportedAt, ...rows, household: tables.household[0] };
}
