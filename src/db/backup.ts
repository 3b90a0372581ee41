import { type Backup, type BackupRefusal, checkIncidents } from '@/domain/backup';
import { defaultHousehold } from '@/domain/defaults';
import { type MergeCounts, mergeLogs, rowsOf } from '@/domain/mergeLogs';
import { ok, type Result } from '@/domain/refusal';
import { type BrokenRow, parseRow } from '@/domain/rows/parseRow';
import { type HouseholdLog, LOGGED_TABLES, type RowOf, TABLE_NAMES, type TableName } from '@/domain/rows/tables';
import { foldTimeline } from '@/domain/timeline/foldTimeline';
import type { Instant } from '@/lib/time';
import { deviceTimeZone } from '@/lib/zone';
import type { InfernalDatabase } from './database';
import { command } from './door';
import { type EnsureHousehold, putDefaultHousehold } from './firstHousehold';
import { savePreviousLog } from './previousLog';
import { toStoredIncident, withoutIndexFields } from './storedIncident';

/** Every row there is, those marked deleted included, and those that cannot be read. */
export interface WholeLog {
  log: HouseholdLog;
  broken: BrokenRow[];
}

/** For a backup and for what is to be merged: the only two that need everything at once. */
export async function readWholeLog(db: InfernalDatabase): Promise<WholeLog> {
  const tables: Partial<Record<TableName, unknown>> = {};
  const broken: BrokenRow[] = [];
  for (const table of TABLE_NAMES) {
    const rows: RowOf<TableName>[] = [];
    for (const raw of await db.table<unknown>(table).toArray()) {
      const parsed = parseRow<TableName>(table, table === 'incidents' ? withoutIndexFields(raw) : raw);
      if (parsed.ok) rows.push(parsed.row);
      else broken.push(parsed.broken);
    }
    // In the place of settings that cannot be read; see `mergeBase`.
    tables[table] = table === 'household' ? (rows[0] ?? defaultHousehold(deviceTimeZone(), 0 as Instant, null)) : rows;
  }
  return { log: tables as HouseholdLog, broken };
}

export type RestoreMode = 'merge' | 'replace';

/** What a restore would do, before it does it. */
export interface RestorePreview {
  /** Rows of the file by table: new here, changing one that is here, here already. */
  counts: Record<TableName, MergeCounts>;
  /** Incidents, not marked deleted, that are here and not in the file: a replace would take them away. */
  incidentsOnlyHere: number;
  /** Whether anything but the first household is here: if not, there is nothing to merge with. */
  isLogEmpty: boolean;
  /** Why the two cannot be merged; null if they can. */
  mergeRefusal: BackupRefusal | null;
}

export async function previewRestore(db: InfernalDatabase, backup: Backup, now: Instant): Promise<RestorePreview> {
  const { log, broken } = await readWholeLog(db);
  const merged = mergeLogs(mergeBase({ log, broken }, backup.log), backup.log);
  const inFile = new Set(backup.log.incidents.map(({ id }) => id));
  return {
    counts: merged.counts,
    incidentsOnlyHere: log.incidents.filter(({ id, deletedAt }) => deletedAt === null && !inFile.has(id)).length,
    isLogEmpty: isEmptyLog(log) && broken.every(({ table }) => !LOGGED_TABLES.includes(table)),
    mergeRefusal: checkMerge(merged.log, backup.log, now),
  };
}

/** Whether nobody has logged anything yet: people and settings alone are no log. */
const isEmptyLog = (log: HouseholdLog): boolean => LOGGED_TABLES.every((table) => rowsOf(log, table).length === 0);

/** What a file is merged with: settings that cannot be read give way to the file's. */
const mergeBase = ({ log, broken }: WholeLog, file: HouseholdLog): HouseholdLog =>
  broken.some(({ table }) => table === 'household') ? { ...log, household: file.household } : log;

export interface Restore {
  log: HouseholdLog;
  mode: RestoreMode;
  now: Instant;
}

/** A restore that was refused says which place of the file stands in its way. */
export type RestoreResult = { ok: true } | { ok: false; refusal: BackupRefusal };

/**
 * Puts a parsed backup into the log, in one transaction: all of it or none of it. "merge" adds to what is here, "replace" takes its
 * place; what it replaces is kept for a while (`previous.ts`).
 */
export const restoreLog = command(
  'restoreLog',
  [...TABLE_NAMES, 'meta'],
  async (db, { log, mode, now }: Restore): Promise<Result<RestoreResult>> => {
    if (mode === 'replace') {
      await savePreviousLog(db, now);
      await putAll(db, log);
      return ok({ ok: true });
    }
    const merged = mergeLogs(mergeBase(await readWholeLog(db), log), log).log;
    const refusal = checkMerge(merged, log, now);
    if (refusal) return ok({ ok: false, refusal });
    // Without clearing: a row that cannot be read and is not in the file stays where it is.
    for (const table of TABLE_NAMES) await putRows(db, table, merged);
    return ok({ ok: true });
  },
  { retryAtStart: false },
);

/** Everything goes, and the first household stands there again. What was there is kept for a while, as before any replace. */
export const eraseLog = command(
  'eraseLog',
  [...TABLE_NAMES, 'meta'],
  async (db, first: EnsureHousehold): Promise<Result<null>> => {
    await savePreviousLog(db, first.now);
    for (const table of TABLE_NAMES) await db.table(table).clear();
    await putDefaultHousehold(db, first);
    return ok(null);
  },
  { retryAtStart: false },
);

/** In a transaction over all tables: these rows and no others. */
async function putAll(db: InfernalDatabase, log: HouseholdLog): Promise<void> {
  for (const table of TABLE_NAMES) {
    await db.table(table).clear();
    await putRows(db, table, log);
  }
}

async function putRows(db: InfernalDatabase, table: TableName, log: HouseholdLog): Promise<void> {
  await db.table(table).bulkPut(table === 'incidents' ? log.incidents.map(toStoredIncident) : [...rowsOf(log, table)]);
}

/**
 * Two phones may each be right and not fit together: the same child awake on both, one incident corrected on both, or more lines than
 * one can have. Only what the file brings is looked at, in the file's order, so that a path leads into the file.
 */
function checkMerge(merged: HouseholdLog, file: HouseholdLog, now: Instant): BackupRefusal | null {
  const all = new Map(merged.incidents.map((incident) => [incident.id, incident]));
  const brought = file.incidents.flatMap(({ id }) => all.get(id) ?? []);
  for (const [place, incident] of brought.entries()) {
    const parsed = parseRow('incidents', incident);
    if (!parsed.ok) return { code: 'wrongValue', path: `incidents[${place}].${parsed.broken.path}` };
  }
  for (const { id } of brought) all.delete(id);
  const awake = [...all.values()].filter(
    ({ deletedAt, timeline }) => deletedAt === null && foldTimeline(timeline)?.isOpen,
  );
  return checkIncidents(brought, now, new Set(awake.map(({ childId }) => childId)));
}
