import { type Backup, type BackupRefusal, checkIncidents } from '@/domain/backup';
import { defaultHousehold } from '@/domain/defaults';
import { joinIncidents } from '@/domain/joinIncidents';
import { type MergeCounts, type MergedLogs, mergeLogs, rowsOf } from '@/domain/mergeLogs';
import { overrule, overruleAway } from '@/domain/overrule';
import type { OnProgress } from '@/domain/progress';
import { ok, type Result } from '@/domain/refusal';
import { type BrokenRow, parseRow } from '@/domain/rows/parseRow';
import { type HouseholdLog, LOGGED_TABLES, type RowOf, TABLE_NAMES, type TableName } from '@/domain/rows/tables';
import { foldTimeline } from '@/domain/timeline/foldTimeline';
import { deviceTimeZone } from '@/lib/deviceZone';
import type { Instant } from '@/lib/time';
import type { InfernalDatabase } from './database';
import { command } from './door';
import { type EnsureHousehold, putDefaultHousehold } from './firstHousehold';
import { savePreviousLog } from './previousLog';
import { readRawTables } from './rawTables';
import { forgetHousehold, SHARING_TABLES } from './sharing/forgetHousehold';
import { readSharing } from './sharing/readSharing';
import { toStoredIncident, withoutIndexFields } from './storedIncident';
import { putTables, type WriteWatch } from './writeWatch';

/** All rows of the database. Rows marked deleted and rows that cannot be read are included. */
export interface WholeLog {
  log: HouseholdLog;
  broken: BrokenRow[];
}

/**
 * Reads all rows into memory. Only a backup and a merge need the whole log at once; everything else
 * reads by index.
 */
export async function readWholeLog(db: InfernalDatabase, onProgress: OnProgress = () => {}): Promise<WholeLog> {
  const rawTables = await readRawTables(db);
  const rowCount = TABLE_NAMES.reduce((sum, table) => sum + rawTables[table].length, 0);
  let parsedCount = 0;
  const tables: Partial<Record<TableName, unknown>> = {};
  const broken: BrokenRow[] = [];
  for (const table of TABLE_NAMES) {
    const rows: RowOf<TableName>[] = [];
    for (const raw of rawTables[table]) {
      parsedCount += 1;
      onProgress(parsedCount / rowCount);
      const parsed = parseRow<TableName>(table, table === 'incidents' ? withoutIndexFields(raw) : raw);
      if (parsed.ok) rows.push(parsed.row);
      else broken.push(parsed.broken);
    }
    // A log always has a household: these settings replace those that cannot be read, see
    // `mergeBase`.
    tables[table] = table === 'household' ? (rows[0] ?? defaultHousehold(deviceTimeZone(), 0 as Instant, null)) : rows;
  }
  return { log: tables as HouseholdLog, broken };
}

export type RestoreMode = 'merge' | 'replace';

/** What a restore would change; computed before the user confirms it. */
export interface RestorePreview {
  /**
   * For each table, how many rows of the file are new, change a row of this device, or are already
   * here.
   */
  counts: Record<TableName, MergeCounts>;
  /**
   * The number of incidents that "replace" would take away: they are here, not marked deleted, and
   * not in the file.
   */
  incidentsOnlyHere: number;
  /** True if nothing was logged here yet, so there is nothing to merge with. */
  isLogEmpty: boolean;
  /** Why the two logs cannot be merged; null if they can. */
  mergeRefusal: BackupRefusal | null;
}

/** Returns what a restore of this backup would change. Writes nothing. */
export async function previewRestore(db: InfernalDatabase, backup: Backup): Promise<RestorePreview> {
  const { log, broken } = await readWholeLog(db);
  const merged = mergeAndJoin({ log, broken }, backup.log);
  const fileIds = new Set(backup.log.incidents.map(({ id }) => id));
  return {
    counts: merged.counts,
    incidentsOnlyHere: log.incidents.filter(({ id, deletedAt }) => deletedAt === null && !fileIds.has(id)).length,
    isLogEmpty: isEmptyLog(log) && broken.every(({ table }) => !LOGGED_TABLES.includes(table)),
    mergeRefusal: checkMerge(merged.log, backup.log),
  };
}

/** People and settings alone do not count as a log. */
const isEmptyLog = (log: HouseholdLog): boolean => LOGGED_TABLES.every((table) => rowsOf(log, table).length === 0);

/**
 * Merges a file into the log. A child who is awake in both is awake once: what two phones logged of
 * one wake-up becomes one incident, as it does in a shared household.
 */
function mergeAndJoin(here: WholeLog, file: HouseholdLog): MergedLogs {
  const merged = mergeLogs(mergeBase(here, file), file);
  const joined = new Map(joinIncidents(merged.log.incidents).map((incident) => [incident.id, incident]));
  const incidents = merged.log.incidents.map((incident) => joined.get(incident.id) ?? incident);
  return { ...merged, log: { ...merged.log, incidents } };
}

/**
 * The log that a file is merged with. If its settings cannot be read, the file's settings are used.
 */
const mergeBase = ({ log, broken }: WholeLog, file: HouseholdLog): HouseholdLog =>
  broken.some(({ table }) => table === 'household') ? { ...log, household: file.household } : log;

export interface Restore {
  log: HouseholdLog;
  mode: RestoreMode;
  now: Instant;
  watch?: WriteWatch;
}

/** A refused restore names the place in the file that is the reason. */
export type RestoreResult = { ok: true } | { ok: false; refusal: BackupRefusal };

/**
 * Restores a parsed backup in one transaction: either all of it or nothing. "merge" adds the rows
 * of the backup to this log, "replace" puts the backup in its place. The replaced log is kept for a
 * while (`previousLog.ts`).
 */
export const restoreLog = command(
  'restoreLog',
  [...TABLE_NAMES, 'meta'],
  async (db, { log, mode, now, watch }: Restore): Promise<Result<RestoreResult>> => {
    if (mode === 'replace') {
      await savePreviousLog(db, now);
      if (await readSharing(db)) return replaceShared(db, { log, mode, now, ...(watch && { watch }) });
      for (const table of TABLE_NAMES) await db.table(table).clear();
      await putTables(db, toStoredTables(log), watch);
      return ok({ ok: true });
    }
    const merged = mergeAndJoin(await readWholeLog(db), log).log;
    const refusal = checkMerge(merged, log);
    if (refusal) return ok({ ok: false, refusal });
    // The tables are not cleared, so a row that cannot be read and is not in the file is kept.
    await putTables(db, toStoredTables(merged), watch);
    return ok({ ok: true });
  },
  { retryAtStart: false },
);

/**
 * Replaces the log of a shared household, on every phone: what is not in the file is marked
 * deleted, and what is there wins against what was there.
 */
async function replaceShared(db: InfernalDatabase, { log, now, watch }: Restore): Promise<Result<RestoreResult>> {
  const here = (await readWholeLog(db)).log;
  const overruled = <T extends TableName>(table: T): RowOf<T>[] => {
    const current = new Map((rowsOf(here, table) as readonly RowOf<T>[]).map((row) => [row.id, row]));
    const wanted = (rowsOf(log, table) as readonly RowOf<T>[]).map((row) => {
      const known = current.get(row.id);
      current.delete(row.id);
      return known ? overrule(table, known, row, now) : row;
    });
    return [...wanted, ...[...current.values()].map((row) => overruleAway(row, now))];
  };
  const tables = Object.fromEntries(TABLE_NAMES.map((table) => [table, overruled(table)])) as Record<
    TableName,
    unknown[]
  >;
  const incidents = (tables.incidents as RowOf<'incidents'>[]).map(toStoredIncident);
  await putTables(db, { ...tables, incidents }, watch);
  return ok({ ok: true });
}

/**
 * Deletes all rows and writes a default household. As before any replace, the erased log is kept
 * for a while (`previousLog.ts`). A phone that shared its log does so no longer: the others keep
 * theirs.
 */
export const eraseLog = command(
  'eraseLog',
  [...TABLE_NAMES, ...SHARING_TABLES],
  async (db, { watch, ...defaults }: EnsureHousehold & { watch?: WriteWatch }): Promise<Result<null>> => {
    await savePreviousLog(db, defaults.now);
    watch?.signal.throwIfAborted();
    await forgetHousehold(db);
    for (const table of TABLE_NAMES) await db.table(table).clear();
    await putDefaultHousehold(db, defaults);
    watch?.onProgress(1);
    return ok(null);
  },
  { retryAtStart: false },
);

/** Returns the rows of a log as they are stored. */
function toStoredTables(log: HouseholdLog): Record<TableName, readonly unknown[]> {
  const tables = TABLE_NAMES.map((table) => [table, rowsOf(log, table)] as const);
  const rows = Object.fromEntries(tables) as Record<TableName, readonly unknown[]>;
  return { ...rows, incidents: log.incidents.map(toStoredIncident) };
}

/**
 * Checks a merged log. The logs of two phones may each be valid and still not fit together: the
 * same child is awake on both, one incident was corrected on both, or an incident has more entries
 * than allowed. Only the incidents of the file are checked, in the order of the file, so that a
 * refusal's path points into the file.
 */
function checkMerge(merged: HouseholdLog, file: HouseholdLog): BackupRefusal | null {
  const mergedById = new Map(merged.incidents.map((incident) => [incident.id, incident]));
  const fileIncidents = file.incidents.flatMap(({ id }) => mergedById.get(id) ?? []);
  for (const [index, incident] of fileIncidents.entries()) {
    const parsed = parseRow('incidents', incident);
    if (!parsed.ok) return { code: 'wrongValue', path: `incidents[${index}].${parsed.broken.path}` };
  }
  for (const { id } of fileIncidents) mergedById.delete(id);
  const openElsewhere = [...mergedById.values()].filter(
    ({ deletedAt, timeline }) => deletedAt === null && foldTimeline(timeline)?.isOpen,
  );
  return checkIncidents(fileIncidents, {
    awake: new Set(openElsewhere.map(({ childId }) => childId)),
    mayContradict: true,
  });
}
