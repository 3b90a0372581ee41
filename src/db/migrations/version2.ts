import type { Transaction } from 'dexie';
import type { PreviousLog, SchemaMeta } from '@/db/database';
import { parseRows } from '@/db/parseRows';
import { withoutIndexFields } from '@/db/storedIncident';
import { incidentToVersion2 } from '@/domain/migrations/version2';
import type { Runbook } from '@/domain/rows/others';
import { parseRow } from '@/domain/rows/parseRow';

/** How many incidents are in memory at once. */
const AT_ONCE = 1000;

/**
 * Brings version 1 of the tables to version 2, and the log that a restore replaced with it. Rows that
 * nothing changes in and rows that cannot be read stay as they lie. It all happens in Dexie's upgrade
 * transaction: one that is killed leaves version 1 as it was.
 */
export async function toVersion2(tx: Transaction): Promise<void> {
  const { rows: runbooks } = parseRows('runbooks', await tx.table('runbooks').toArray());
  const incidents = tx.table<unknown, string>('incidents');
  let last = '';
  for (;;) {
    const raws = await incidents.where('id').above(last).limit(AT_ONCE).toArray();
    await incidents.bulkPut(raws.flatMap((raw) => changed(raw, runbooks) ?? []));
    const next = raws.at(-1) as { id: string } | undefined;
    if (next === undefined) break;
    last = next.id;
  }
  const meta = tx.table<SchemaMeta | PreviousLog, string>('meta');
  const previous = await meta.get('previous');
  if (previous?.id === 'previous') await meta.put({ ...previous, tables: withIncidents(previous.tables) });
  await meta.put({ id: 'schema', generation: 2 });
}

function withIncidents(tables: PreviousLog['tables']): PreviousLog['tables'] {
  const { rows: runbooks } = parseRows('runbooks', tables.runbooks);
  return { ...tables, incidents: tables.incidents.map((raw) => changed(raw, runbooks) ?? raw) };
}

/** A stored incident as version 2 has it; null where nothing changes or the row cannot be read. */
function changed(raw: unknown, runbooks: readonly Runbook[]): object | null {
  if (!hasNotes(raw)) return null;
  const parsed = parseRow('incidents', withoutIndexFields(raw));
  if (!parsed.ok) return null;
  const migrated = incidentToVersion2(parsed.row, runbooks);
  return migrated === parsed.row ? null : { ...raw, timeline: migrated.timeline };
}

/** Most wake-ups have none, and reading a row through its schema takes longer than all the rest. */
const hasNotes = (raw: unknown): raw is { timeline: { kind: unknown }[] } =>
  typeof raw === 'object' &&
  raw !== null &&
  'timeline' in raw &&
  Array.isArray(raw.timeline) &&
  raw.timeline.some((entry) => entry?.kind === 'note');
