import { type ImportedRows, recordOf } from '@/domain/imports/importRecord';
import { takeBackRows } from '@/domain/imports/takeBack';
import { ok, type Result, refused } from '@/domain/refusal';
import { type HouseholdLog, TABLE_NAMES } from '@/domain/rows/tables';
import type { Instant } from '@/lib/time';
import { readWholeLog } from './backup';
import type { InfernalDatabase, KeptImport } from './database';
import { command } from './door';
import { keepImport, takeRecord } from './keptImports';
import { toStoredIncident } from './storedIncident';
import { putTables, type WriteWatch } from './writeWatch';

/*
 * Imports from other trackers. What each one wrote is kept in `meta`, on this device only, so that
 * it can be taken back at any time later. They are done by day, where the user sees a failure, so
 * they are not tried again at the next start.
 */

export interface ImportRows {
  /** Compares what the files tell with the log, and returns the rows to write. */
  plan: (log: HouseholdLog) => ImportedRows;
  /** The names of the files. */
  files: readonly string[];
  now: Instant;
  watch: WriteWatch;
}

/**
 * Writes what files of another tracker tell, all of it or nothing. The log is compared in the same
 * transaction, so that nothing comes in between. A row that is here and cannot be read stays.
 *
 * @returns what was written, and the id with which it is taken back; null if there was nothing
 */
export const importRows = command(
  'importRows',
  [...TABLE_NAMES, 'meta'],
  async (db, { plan, files, now, watch }: ImportRows): Promise<Result<KeptImport | null>> => {
    const { log, broken } = await readWholeLog(db);
    const unreadable = new Set(broken.map(({ id }) => id));
    const rows = withoutIds(plan(log), unreadable);
    if (Object.values(rows).every((table) => table.length === 0)) return ok(null);
    const kept = await keepImport(db, { importedAt: now, files: [...files] }, recordOf(rows, log.nights));
    await putRows(db, rows, watch);
    return ok(kept);
  },
  { retryAtStart: false },
);

/** Takes an import back (`takeBackRows`). One that is taken back already is an `unknownRow`. */
export const takeBackImport = command(
  'takeBackImport',
  [...TABLE_NAMES, 'meta'],
  async (db, { id, now, watch }: { id: string; now: Instant; watch: WriteWatch }): Promise<Result<null>> => {
    const record = await takeRecord(db, id);
    if (!record) return refused({ code: 'unknownRow' });
    const { log } = await readWholeLog(db);
    await putRows(db, takeBackRows(log, record, now), watch);
    return ok(null);
  },
  { retryAtStart: false },
);

const putRows = (db: InfernalDatabase, rows: ImportedRows, watch: WriteWatch): Promise<void> =>
  putTables(db, { ...rows, incidents: rows.incidents.map(toStoredIncident) }, watch);

const withoutIds = (rows: ImportedRows, ids: ReadonlySet<unknown>): ImportedRows => {
  const without = <Row extends { id: string }>(table: readonly Row[]): Row[] => table.filter(({ id }) => !ids.has(id));
  return {
    children: without(rows.children),
    caregivers: without(rows.caregivers),
    incidents: without(rows.incidents),
    observations: without(rows.observations),
    nights: without(rows.nights),
  };
};
