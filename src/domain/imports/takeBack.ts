import type { HouseholdLog } from '@/domain/rows/tables';
import { nextUpdatedAt } from '@/domain/timeline/editTimeline';
import { revert } from '@/domain/undo';
import type { Instant } from '@/lib/time';
import { type ImportedRows, type ImportRecord, isAsImported, type MadeRow } from './importRecord';

/**
 * Returns the rows that take an import back: what is as the import made it is marked deleted with
 * one stamp, and nights get their fields back. What was changed since stays, and so does a person
 * of whom something speaks that stays.
 */
export function takeBackRows(log: HouseholdLog, record: ImportRecord, now: Instant): ImportedRows {
  const incidents = deleted(log.incidents, record.incidents, isAsImported, now);
  const observations = deleted(log.observations, record.observations, isAsMade, now);
  const nightRows = new Map(log.nights.map((row) => [row.id, row]));
  const nights = record.nights.flatMap(({ before, after }) => {
    const current = nightRows.get(after.id);
    if (!current || current.deletedAt !== null) return [];
    const reverted = revert(current, { table: 'nights', before, after }, now);
    return reverted.ok ? [reverted.value] : [];
  });
  const staying = mentions(log, new Set([...incidents, ...observations].map(({ id }) => id)));
  const unless = <Row extends { id: string }>(rows: Row[]): Row[] => rows.filter(({ id }) => !staying.includes(id));
  return {
    children: unless(deleted(log.children, record.children, isAsMade, now)),
    caregivers: unless(deleted(log.caregivers, record.caregivers, isAsMade, now)),
    incidents,
    observations,
    nights,
  };
}

const isAsMade = (row: MadeRow, made: MadeRow): boolean => row.updatedAt === made.updatedAt;

/** Marks those of the rows as deleted that are as they were made. */
function deleted<Row extends MadeRow & { deletedAt: Instant | null }, Made extends MadeRow>(
  rows: readonly Row[],
  made: readonly Made[],
  isUnchanged: (row: Row, made: Made) => boolean,
  now: Instant,
): Row[] {
  const byId = new Map(made.map((each) => [each.id, each]));
  return rows.flatMap((row) => {
    const was = byId.get(row.id);
    return was && row.deletedAt === null && isUnchanged(row, was)
      ? [{ ...row, deletedAt: now, updatedAt: nextUpdatedAt(row, now) }]
      : [];
  });
}

/** Returns the text of all rows that stay and may speak of people. */
function mentions({ children: _c, caregivers: _g, ...log }: HouseholdLog, leaving: ReadonlySet<string>): string {
  const rows = Object.values(log).flatMap((table): readonly { id: string; deletedAt: Instant | null }[] =>
    [table].flat(),
  );
  return JSON.stringify(rows.filter(({ id, deletedAt }) => deletedAt === null && !leaving.has(id)));
}
