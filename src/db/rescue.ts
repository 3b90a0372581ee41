import { TABLE_NAMES, type TableName } from '@/domain/rows/tables';
import type { Instant } from '@/lib/time';
import type { InfernalDatabase } from './database';
import { withoutIndexFields } from './stored';

/**
 * Every row as it lies in the tables, in the shape of a backup file, rows that cannot be read included. For the crash
 * screen: nothing is checked, so nothing can fail but the storage itself.
 */
export async function readEverything(db: InfernalDatabase, now: Instant): Promise<Record<string, unknown>> {
  const tables: Partial<Record<TableName, unknown>> = {};
  for (const table of TABLE_NAMES) {
    const rows = (await db.table(table).toArray()).map(withoutIndexFields);
    tables[table] = table === 'household' ? rows[0] : rows;
  }
  return { format: 'infernalops', version: 1, exportedAt: now, ...tables };
}
