import type { OnProgress } from '@/domain/progress';
import { TABLE_NAMES, type TableName } from '@/domain/rows/tables';
import type { InfernalDatabase } from './database';

/**
 * Watches and cancels a command that writes the whole log. It is no plain data as the other inputs
 * of a command are, so such a command is never kept to be tried again.
 */
export interface WriteWatch {
  /** Is told which part of the rows is written. At 1 only the commit is left. */
  onProgress: OnProgress;
  /** Aborting it before `onProgress` is told 1 makes the command fail: nothing is written. */
  signal: AbortSignal;
}

/** How many rows are written at once. After each batch, the command can be cancelled. */
const BATCH_SIZE = 500;

/**
 * Writes rows as they are stored. Throws if the watch is aborted. The caller has opened a
 * transaction over these tables.
 */
export async function putTables(
  db: InfernalDatabase,
  tables: Partial<Record<TableName, readonly unknown[]>>,
  watch: WriteWatch | undefined,
): Promise<void> {
  const rowCount = TABLE_NAMES.reduce((sum, table) => sum + (tables[table]?.length ?? 0), 0);
  let writtenCount = 0;
  for (const table of TABLE_NAMES) {
    const rows = tables[table] ?? [];
    for (let start = 0; start < rows.length; start += BATCH_SIZE) {
      const batch = rows.slice(start, start + BATCH_SIZE);
      await db.table<unknown>(table).bulkPut(batch);
      writtenCount += batch.length;
      watch?.signal.throwIfAborted();
      watch?.onProgress(writtenCount / rowCount);
    }
  }
}
