import type { Incident } from '@/domain/rows/incident';
import { nextUpdatedAt } from '@/domain/timeline/editTimeline';
import { addMs, type Instant } from '@/lib/time';
import type { WrongDate } from './wrongDates';

/** How far dates move. */
export interface DateMove {
  /** Milliseconds to add; negative if the clock was ahead. */
  byMs: number;
  /**
   * Whether the difference is known exactly. If not, the entries that move are marked as estimates,
   * and no recovery time is computed from them.
   */
  isExact: boolean;
}

/**
 * Returns the incident with those of its entries moved that `dates` names and that still have that
 * instant; the same object if there are none. Entries of the same instant keep their order. The
 * result may break a rule of timelines, which the caller checks.
 */
export function moveEntries(
  incident: Incident,
  dates: readonly WrongDate[],
  { byMs, isExact }: DateMove,
  now: Instant,
): Incident {
  const instants = new Map(dates.filter(({ rowId }) => rowId === incident.id).map(({ field, at }) => [field, at]));
  const isWrong = ({ id, at, deletedAt }: Incident['timeline'][number]) =>
    deletedAt === null && instants.get(id) === at;
  if (!incident.timeline.some(isWrong)) return incident;
  const timeline = incident.timeline.map((entry) =>
    isWrong(entry)
      ? {
          ...entry,
          at: addMs(entry.at, byMs),
          estimated: entry.estimated || !isExact,
          updatedAt: nextUpdatedAt(entry, now),
        }
      : entry,
  );
  return { ...incident, timeline: timeline.toSorted((a, b) => a.at - b.at), updatedAt: nextUpdatedAt(incident, now) };
}

/**
 * Returns the fields of another row that move, with their new instants: those that `dates` names
 * and that still have that instant. Empty if there are none.
 */
export function movedFields<Row extends { id: string }>(
  row: Row,
  dates: readonly WrongDate[],
  byMs: number,
): Partial<Record<keyof Row & string, Instant>> {
  const moved: Partial<Record<string, Instant>> = {};
  for (const { rowId, field, at } of dates)
    if (rowId === row.id && row[field as keyof Row] === at) moved[field] = addMs(at, byMs);
  return moved as Partial<Record<keyof Row & string, Instant>>;
}
