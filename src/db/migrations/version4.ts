import type { Transaction } from 'dexie';
import type { SchemaMeta } from '@/db/database';

/**
 * Migrates the tables from version 3 to version 4, which adds those of the sync. No row changes:
 * the one field that version 4 adds, `joinedFrom` of an entry, is only where two phones logged the
 * same wake-up.
 */
export async function toVersion4(tx: Transaction): Promise<void> {
  await tx.table<SchemaMeta, string>('meta').put({ id: 'schema', generation: 4 });
}
