import type { Transaction } from 'dexie';
import type { PreviousLog, SchemaMeta } from '@/db/database';
import { parseRows } from '@/db/parseRows';
import { withoutIndexFields } from '@/db/storedIncident';
import { incidentToVersion2 } from '@/domain/migrations/version2';
import type { Runbook } from '@/domain/rows/others';
import { parseRow } from '@/domain/rows/parseRow';

/** How many incidents are in memory at once. */
const BATCH_SIZE = 1000;

/**
 * Migrates the tables from version 1 to version 2, including the log that a restore replaced. Rows
 * that need no change and rows that cannot be read stay unchanged. Everything runs in Dexie's
 * upgrade transaction: if the app is killed meanwhile, the database is still version 1.
 */
export async function toVersion2(tx: Transaction): Promise<void> {
  const { rows: runbooks } = parseRows('runbooks', await tx.table('runbooks').toArray());
  const incidents = tx.table<unknown, string>('incidents');
  let lastId = '';
  for (;;) {
    const rawRows = await incidents.where('id').above(lastId).limit(BATCH_SIZE).toArray();
    await incidents.bulkPut(rawRows.flatMap((raw) => migrateIncident(raw, runbooks) ?? []));
    const next = rawRows.at(-1) as { id: string } | undefined;
    if (next === undefined) break;
    lastId = next.id;
  }
  const meta = tx.table<SchemaMeta | PreviousLog, string>('meta');
  const previous = await meta.get('previous');
  if (previous?.id === 'previous') await meta.put({ ...previous, tables: migrateTables(previous.tables) });
  await meta.put({ id: 'schema', generation: 2 });
}

function migrateTables(tables: PreviousLog['tables']): PreviousLog['tables'] {
  const { rows: runbooks } = parseRows('runbooks', tables.runbooks);
  return { ...tables, incidents: tables.incidents.map((raw) => migrateIncident(raw, runbooks) ?? raw) };
}

/**
 * Returns a stored incident in the form of version 2; null if nothing changes or the row cannot be
 * read.
 */
function migrateIncident(raw: unknown, runbooks: readonly Runbook[]): object | null {
  if (!hasNotes(raw)) return null;
  const parsed = parseRow('incidents', withoutIndexFields(raw));
  if (!parsed.ok) return null;
  const migrated = incidentToVersion2(parsed.row, runbooks);
  return migrated === parsed.row ? null : { ...raw, timeline: migrated.timeline };
}

/**
 * Only incidents with notes can need a change. Most have none, and parsing a row takes longer than
 * everything else in the migration.
 */
const hasNotes = (raw: unknown): raw is { timeline: { kind: unknown }[] } =>
  typeof raw === 'object' &&
  raw !== null &&
  'timeline' in raw &&
  Array.isArray(raw.timeline) &&
  raw.timeline.some((entry) => entry?.kind === 'note');
