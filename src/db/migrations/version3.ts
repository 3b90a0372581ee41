import type { Transaction } from 'dexie';
import type { PreviousLog, SchemaMeta } from '@/db/database';
import { runbookToVersion3 } from '@/domain/migrations/version3';
import { parseRow } from '@/domain/rows/parseRow';

/**
 * Migrates the runbooks from version 2 to version 3, including those of the log that a restore
 * replaced. Rows that need no change and rows that cannot be read stay unchanged; a child without
 * a due date needs none, because the schema fills it in.
 */
export async function toVersion3(tx: Transaction): Promise<void> {
  const runbooks = tx.table<unknown, string>('runbooks');
  await runbooks.bulkPut((await runbooks.toArray()).flatMap((raw) => migrateRunbook(raw) ?? []));
  const meta = tx.table<SchemaMeta | PreviousLog, string>('meta');
  const previous = await meta.get('previous');
  if (previous?.id === 'previous') {
    const tables = { ...previous.tables, runbooks: previous.tables.runbooks.map((raw) => migrateRunbook(raw) ?? raw) };
    await meta.put({ ...previous, tables });
  }
  await meta.put({ id: 'schema', generation: 3 });
}

/**
 * Returns a stored runbook in the form of version 3; null if nothing changes or the row cannot be
 * read.
 */
function migrateRunbook(raw: unknown): object | null {
  const parsed = parseRow('runbooks', raw);
  if (!parsed.ok) return null;
  const migrated = runbookToVersion3(parsed.row);
  return migrated === parsed.row ? null : migrated;
}
