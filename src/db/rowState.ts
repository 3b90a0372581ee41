import type { TableName } from '@/domain/rows/tables';
import type { Instant } from '@/lib/time';
import type { InfernalDatabase } from './database';

/** What happened to a row since it was read: nothing, a change, or a deletion. */
export type RowState = 'same' | 'changed' | 'gone';

/** Returns what happened to a row since its version with this `updatedAt` was read. */
export async function readRowState(
  db: InfernalDatabase,
  table: TableName,
  { id, updatedAt }: { id: string; updatedAt: Instant },
): Promise<RowState> {
  const stored: { updatedAt: unknown; deletedAt: unknown } | undefined = await db.table(table).get(id);
  if (!stored || stored.deletedAt !== null) return 'gone';
  return stored.updatedAt === updatedAt ? 'same' : 'changed';
}
