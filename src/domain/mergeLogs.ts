import { mergeIncidents, mergeRows } from './mergeRows';
import { type HouseholdLog, type RowOf, TABLE_NAMES, type TableName } from './rows/tables';

/** How many incoming rows are new, change a row that is there, or change nothing. */
export interface MergeCounts {
  added: number;
  changed: number;
  same: number;
}

export interface MergedLogs {
  log: HouseholdLog;
  counts: Record<TableName, MergeCounts>;
}

type Row = RowOf<TableName>;

/**
 * Merges the log `theirs` into the log `mine`. The result has every row of both logs; a row that
 * both have is merged (mergeRows.ts). The counts by table are those of the rows of `theirs`.
 */
export function mergeLogs(mine: HouseholdLog, theirs: HouseholdLog): MergedLogs {
  const log: Partial<Record<TableName, unknown>> = {};
  const counts: Partial<Record<TableName, MergeCounts>> = {};
  for (const table of TABLE_NAMES) {
    const merged = mergeTable(table, rowsOf(mine, table), rowsOf(theirs, table));
    counts[table] = merged.counts;
    log[table] = table === 'household' ? merged.rows[0] : merged.rows;
  }
  return { log: log as HouseholdLog, counts: counts as Record<TableName, MergeCounts> };
}

/** Returns the rows of a table. The single household row is returned as an array of one. */
export function rowsOf(log: HouseholdLog, table: TableName): readonly Row[] {
  const rows = log[table];
  return 'id' in rows ? [rows] : rows;
}

function mergeTable(table: TableName, mine: readonly Row[], theirs: readonly Row[]) {
  const rows = new Map(mine.map((row) => [row.id, row]));
  const counts: MergeCounts = { added: 0, changed: 0, same: 0 };
  for (const row of theirs) {
    const known = rows.get(row.id);
    const merged = known ? mergeVersions(table, known, row) : row;
    rows.set(row.id, merged);
    if (!known) counts.added += 1;
    else if (isSame(known, merged)) counts.same += 1;
    else counts.changed += 1;
  }
  return { rows: [...rows.values()], counts };
}

/** Merges two versions of a row of any table. */
export const mergeVersions = (table: TableName, a: Row, b: Row): Row =>
  table === 'incidents' ? mergeIncidents(a as RowOf<'incidents'>, b as RowOf<'incidents'>) : mergeRows(a, b);

/**
 * Compares two rows as JSON. Both were parsed by their schema, so their fields are in one order.
 */
const isSame = (a: Row, b: Row): boolean => a === b || JSON.stringify(a) === JSON.stringify(b);
