import { mergeIncidents, mergeRows } from './mergeRows';
import { type HouseholdLog, type RowOf, TABLE_NAMES, type TableName } from './rows/tables';

/** How many of the rows that come in are new, change one that is there, or are there already. */
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

/** Every row of both logs; where both have one, the two versions merge (`merge.ts`). `theirs` comes into `mine`. */
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

/** The rows of a table, of the settings row too. */
export function rowsOf(log: HouseholdLog, table: TableName): readonly Row[] {
  const rows = log[table];
  return 'id' in rows ? [rows] : rows;
}

function mergeTable(table: TableName, mine: readonly Row[], theirs: readonly Row[]) {
  const rows = new Map(mine.map((row) => [row.id, row]));
  const counts: MergeCounts = { added: 0, changed: 0, same: 0 };
  for (const row of theirs) {
    const known = rows.get(row.id);
    const merged = known ? mergeOf(table, known, row) : row;
    rows.set(row.id, merged);
    if (!known) counts.added += 1;
    else if (isSame(known, merged)) counts.same += 1;
    else counts.changed += 1;
  }
  return { rows: [...rows.values()], counts };
}

const mergeOf = (table: TableName, a: Row, b: Row): Row =>
  table === 'incidents' ? mergeIncidents(a as RowOf<'incidents'>, b as RowOf<'incidents'>) : mergeRows(a, b);

/** Both have come through their schema, so their fields are in one order. */
const isSame = (a: Row, b: Row): boolean => a === b || JSON.stringify(a) === JSON.stringify(b);
