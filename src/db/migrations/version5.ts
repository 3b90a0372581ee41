import type { Transaction } from 'dexie';
import type { SchemaMeta } from '@/db/database';

/**
 * Migrates the tables from version 4 to version 5, which adds that of the pages. No row changes: a
 * household without `pagesByItself` pages nobody by itself, and nobody was paged before.
 */
export async function toVersion5(tx: Transaction): Promise<void> {
  await tx.table<SchemaMeta, string>('meta').put({ id: 'schema', generation: 5 });
}
