import type { Instant } from '@/lib/time';
import { mergeIncidents, mergeRows } from './mergeRows';
import type { Entry, Incident } from './rows/incident';
import type { RowOf, TableName } from './rows/tables';
import { canonicalOrder } from './timeline/canonicalOrder';
import { nextUpdatedAt } from './timeline/editTimeline';

/*
 * In a shared household a row is never taken away: the other phone still has it, and a merge would
 * bring it back. What is replaced is therefore written so that it wins every merge with what was
 * there.
 */

type Row = RowOf<TableName>;

/**
 * Returns the row as `wanted` says it, stamped so that it wins against `current` on every phone.
 * Lines of the timeline that are not wanted are marked deleted. Returns `current` itself if it says
 * the same already.
 */
export function overrule<T extends TableName>(table: T, current: RowOf<T>, wanted: RowOf<T>, now: Instant): RowOf<T> {
  if (JSON.stringify(current) === JSON.stringify(wanted)) return current;
  const merged =
    table === 'incidents' ? mergeIncidents(current as Incident, wanted as Incident) : mergeRows<Row>(current, wanted);
  // It wins as it is, so it keeps its own stamps.
  if (JSON.stringify(merged) === JSON.stringify(wanted)) return wanted;
  const row: Row = { ...wanted, updatedAt: nextUpdatedAt(current, now) };
  if (!('timeline' in row) || !('timeline' in current)) return row as RowOf<T>;
  return { ...row, timeline: overruleTimeline(current.timeline, row.timeline, now) } as RowOf<T>;
}

/** Returns the row marked as deleted; the row itself if it is. */
export const overruleAway = <R extends { updatedAt: Instant; deletedAt: Instant | null }>(
  current: R,
  now: Instant,
): R => (current.deletedAt === null ? { ...current, deletedAt: now, updatedAt: nextUpdatedAt(current, now) } : current);

function overruleTimeline(current: readonly Entry[], wanted: readonly Entry[], now: Instant): Entry[] {
  const known = new Map(current.map((entry) => [entry.id, entry]));
  const entries = wanted.map((entry): Entry => {
    const before = known.get(entry.id);
    known.delete(entry.id);
    if (!before || JSON.stringify(before) === JSON.stringify(entry) || entry.updatedAt > before.updatedAt) return entry;
    return { ...entry, updatedAt: nextUpdatedAt(before, now) };
  });
  return canonicalOrder([...entries, ...[...known.values()].map((entry) => overruleAway(entry, now))]);
}
