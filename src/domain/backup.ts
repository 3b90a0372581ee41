import { is } from 'valibot';
import type { Instant } from '@/lib/time';
import { incidentToVersion2 } from './migrations/version2';
import { runbookToVersion3 } from './migrations/version3';
import { fieldOfLaterVersion } from './migrations/versionFields';
import type { OnProgress } from './progress';
import type { Refusal } from './refusal';
import { instant } from './rows/fields';
import type { Incident } from './rows/incident';
import { formatFieldName, parseRow } from './rows/parseRow';
import { type HouseholdLog, ROWS_VERSION, type RowOf, TABLE_NAMES, type TableName } from './rows/tables';
import { ANY_TIME, checkTimeline } from './timeline/checkTimeline';
import { foldTimeline } from './timeline/foldTimeline';

/*
 * This file reads and writes the backup file: a household's log as JSON (docs/data.md). A file is
 * untrusted until it is parsed here. It is accepted as a whole or refused with the first place that
 * is wrong; no part of it is ever dropped in silence.
 */

const FORMAT = 'infernalops';

/**
 * Why a file is refused. `path` names the place, for example `incidents[3].timeline[2].at`. Each
 * code has one sentence in `i18n`.
 */
export type BackupRefusal =
  | { code: 'tooBig'; megabytes: number }
  | { code: 'unreadable' }
  | { code: 'notText' }
  | { code: 'notJson' }
  | { code: 'otherFormat'; path: string }
  | { code: 'laterVersion'; path: string; version: number }
  | { code: 'unknownField'; path: string }
  | { code: 'missing'; path: string }
  | { code: 'wrongValue'; path: string }
  | { code: 'tooMany'; path: string; max: number }
  | { code: 'duplicateId'; path: string }
  | { code: 'outOfOrder'; path: string }
  | { code: 'brokenTimeline'; path: string; refusal: Refusal }
  | { code: 'twoOpen'; path: string };

export interface Backup {
  exportedAt: Instant;
  log: HouseholdLog;
}

export type ParsedBackup = { ok: true; backup: Backup } | { ok: false; refusal: BackupRefusal };

/** A larger file is refused before it is read. Ten years of nights make about 60 MB. */
export const BACKUP_BYTES_MAX = 200_000_000;
const MEGABYTE = 1_000_000;

/** Since this version two phones may have written one log, and their lines may contradict. */
const FIRST_SHARED_VERSION = 4;

/** The most rows that one table may have. Ten years of bad nights make 40,000 incidents. */
const ROWS_MAX = 500_000;

/**
 * Reads a file as text. It is refused if it is too big, if it cannot be read (it was moved, or is
 * on a stick that was pulled out), or if it is not UTF-8.
 */
export async function readBackupText(
  file: Blob,
): Promise<{ ok: true; text: string } | { ok: false; refusal: BackupRefusal }> {
  if (file.size > BACKUP_BYTES_MAX) return refused({ code: 'tooBig', megabytes: BACKUP_BYTES_MAX / MEGABYTE });
  const bytes = await file.arrayBuffer().catch(() => null);
  if (bytes === null) return refused({ code: 'unreadable' });
  try {
    return { ok: true, text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch {
    return refused({ code: 'notText' });
  }
}

/**
 * Parses a backup file of any version up to the present one, and migrates the rows of an older one.
 * A file of ten years takes seconds.
 *
 * Times in the future are accepted: the app reads back every file it has written, also if the
 * phone's clock ran ahead then.
 *
 * @returns the backup, or the first reason to refuse it
 */
export function parseBackup(text: string, onProgress?: OnProgress): ParsedBackup {
  let file: unknown;
  try {
    file = JSON.parse(text);
  } catch {
    return refused({ code: 'notJson' });
  }
  if (!isObject(file)) return refused({ code: 'otherFormat', path: 'format' });
  if (file.format !== FORMAT) return refused({ code: 'otherFormat', path: 'format' });
  const { version } = file;
  if (typeof version === 'number' && version > ROWS_VERSION)
    return refused({ code: 'laterVersion', path: 'version', version });
  if (!isVersion(version)) return refused({ code: 'wrongValue', path: 'version' });
  for (const field of Object.keys(file)) {
    if (!KNOWN_FIELDS.has(field)) return refused({ code: 'unknownField', path: formatFieldName(field) });
  }
  if (!Object.hasOwn(file, 'exportedAt')) return refused({ code: 'missing', path: 'exportedAt' });
  if (!isInstant(file.exportedAt)) return refused({ code: 'wrongValue', path: 'exportedAt' });
  const tables = parseTables(file, version, onProgress);
  if (!tables.ok) return tables;
  const log = migrateLog(tables.log, version);
  const refusal = checkIncidents(log.incidents, { mayContradict: version >= FIRST_SHARED_VERSION });
  return refusal ? refused(refusal) : { ok: true, backup: { exportedAt: file.exportedAt, log } };
}

function migrateLog(log: HouseholdLog, from: number): HouseholdLog {
  // An incident is read with the runbooks of its own version.
  const incidents =
    from === 1 ? log.incidents.map((incident) => incidentToVersion2(incident, log.runbooks)) : log.incidents;
  return { ...log, incidents, runbooks: from < 3 ? log.runbooks.map(runbookToVersion3) : log.runbooks };
}

/**
 * Returns a log as the text of a backup file. Rows are sorted by their ids, so that the same log
 * gives the same bytes.
 */
export function serializeBackup({ exportedAt, log }: Backup): string {
  const tables = TABLE_NAMES.map((table) => {
    const rows = log[table];
    return [table, 'id' in rows ? rows : [...rows].sort(byId)] as const;
  });
  return JSON.stringify({ format: FORMAT, version: ROWS_VERSION, exportedAt, ...Object.fromEntries(tables) });
}

const KNOWN_FIELDS: ReadonlySet<string> = new Set(['format', 'version', 'exportedAt', ...TABLE_NAMES]);

const refused = (refusal: BackupRefusal) => ({ ok: false as const, refusal });

const byId = (a: { id: string }, b: { id: string }): number => (a.id < b.id ? -1 : Number(a.id > b.id));

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isInstant = (value: unknown): value is Instant => is(instant, value);

type ParsedTables = { ok: true; log: HouseholdLog } | { ok: false; refusal: BackupRefusal };

/** Every version since the first one is read. */
const isVersion = (version: unknown): version is number =>
  Number.isInteger(version) && Number(version) >= 1 && Number(version) <= ROWS_VERSION;

function parseTables(file: Record<string, unknown>, version: number, onProgress: OnProgress = () => {}): ParsedTables {
  if (!Object.hasOwn(file, 'household')) return refused({ code: 'missing', path: 'household' });
  const tables: Partial<Record<TableName, unknown>> = {};
  const rowCount = TABLE_NAMES.reduce((sum, table) => sum + lengthOf(file[table]), 0);
  let parsedCount = 0;
  const onRow = () => {
    parsedCount += 1;
    onProgress(parsedCount / rowCount);
  };
  for (const table of TABLE_NAMES) {
    const raw = file[table];
    if (table === 'household') {
      const parsed = parseRowAt(table, raw, { path: table, version });
      if (!parsed.ok) return parsed;
      tables[table] = parsed.row;
      continue;
    }
    const parsed = parseRows(table, raw === undefined ? [] : raw, version, onRow);
    if (!parsed.ok) return parsed;
    tables[table] = parsed.rows;
  }
  return { ok: true, log: tables as HouseholdLog };
}

const lengthOf = (rows: unknown): number => (Array.isArray(rows) ? rows.length : 0);

function parseRows<T extends TableName>(
  table: T,
  raws: unknown,
  version: number,
  onRow: () => void,
): { ok: true; rows: RowOf<T>[] } | { ok: false; refusal: BackupRefusal } {
  if (!Array.isArray(raws)) return refused({ code: 'wrongValue', path: table });
  if (raws.length > ROWS_MAX) return refused({ code: 'tooMany', path: table, max: ROWS_MAX });
  const ids = new Set<string>();
  const rows: RowOf<T>[] = [];
  for (const [index, raw] of raws.entries()) {
    const path = `${table}[${index}]`;
    const parsed = parseRowAt(table, raw, { path, version });
    if (!parsed.ok) return parsed;
    if (ids.has(parsed.row.id)) return refused({ code: 'duplicateId', path: `${path}.id` });
    ids.add(parsed.row.id);
    rows.push(parsed.row);
    onRow();
  }
  return { ok: true, rows };
}

function parseRowAt<T extends TableName>(
  table: T,
  raw: unknown,
  { path, version }: { path: string; version: number },
): { ok: true; row: RowOf<T> } | { ok: false; refusal: BackupRefusal } {
  const parsed = parseRow(table, raw);
  const problem = parsed.ok ? fieldOfLaterVersion(raw as object, version) : parsed.broken;
  if (parsed.ok && problem === null) return parsed;
  const problemPath = problem?.path ? `${path}.${problem.path}` : path;
  return refused({ code: problem?.unknownField ? 'unknownField' : 'wrongValue', path: problemPath });
}

/**
 * Checks the rules that no single field can break: the rules of a timeline, and that a child has at
 * most one open incident. Of a deleted incident, only the ids and the order of its entries count.
 *
 * @param awake ids of the children who have an open incident that is not among `incidents`
 * @param mayContradict whether two phones may have written these timelines. They are then put in
 *   order when they are read, and only must have a detection.
 * @returns the first rule that is broken, or null; its `path` counts the incidents as they are
 * given
 */
export function checkIncidents(
  incidents: readonly Incident[],
  { awake = new Set(), mayContradict }: { awake?: ReadonlySet<string>; mayContradict: boolean },
): BackupRefusal | null {
  const childrenAwake = new Set(awake);
  for (const [index, incident] of incidents.entries()) {
    const path = `incidents[${index}]`;
    const refusal = checkEntries(incident, path);
    if (refusal) return refusal;
    if (incident.deletedAt !== null) continue;
    const broken = checkTimeline(incident.timeline, ANY_TIME, mayContradict ? incident.timeline : []);
    if (broken) return { code: 'brokenTimeline', path: `${path}.timeline`, refusal: broken };
    if (!foldTimeline(incident.timeline)?.isOpen) continue;
    if (childrenAwake.has(incident.childId)) return { code: 'twoOpen', path };
    childrenAwake.add(incident.childId);
  }
  return null;
}

function checkEntries({ timeline }: Incident, path: string): BackupRefusal | null {
  const ids = new Set<string>();
  for (const [index, { id, at }] of timeline.entries()) {
    const entryPath = `${path}.timeline[${index}]`;
    if (ids.has(id)) return { code: 'duplicateId', path: `${entryPath}.id` };
    ids.add(id);
    const before = timeline[index - 1];
    if (before && before.at > at) return { code: 'outOfOrder', path: `${entryPath}.at` };
  }
  return null;
}

/**
 * Returns the values that a refusal's sentence names: all its numbers and texts except the code. A
 * file may contain a field name of any length, so a text is cut to what fits on a line.
 */
export function refusalValues<R extends { code: string }>(refusal: R): Record<string, string | number> {
  const { code: _code, ...values } = refusal;
  return Object.fromEntries(
    Object.entries(values).flatMap(([name, value]): [string, string | number][] => {
      if (typeof value === 'number') return [[name, value]];
      return typeof value === 'string' ? [[name, truncatePath(value)]] : [];
    }),
  );
}

const SHOWN_PATH_LENGTH = 80;

const truncatePath = (path: string): string =>
  path.length <= SHOWN_PATH_LENGTH ? path : `${path.slice(0, SHOWN_PATH_LENGTH).toWellFormed()}…`;
