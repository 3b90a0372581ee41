import type { Incident } from '@/domain/rows/incident';
import type { TableName } from '@/domain/rows/tables';
import { foldTimeline } from '@/domain/timeline/foldTimeline';

/** An incident as it is stored: the row and the fields for its indexes. */
export type StoredIncident = Incident & {
  detectedAt: number;
  resolvedAt: number;
  /** The ids of the incidents of which it has entries; absent if there are none, which is usual. */
  joinedIds?: string[];
};

/** All rows of all tables exactly as they are stored, readable or not. */
export type RawTables = Record<TableName, unknown[]>;

/**
 * The index value of an open incident. IndexedDB leaves null out of an index, and every instant is
 * less than infinity.
 */
export const OPEN_RESOLVED_AT = Number.POSITIVE_INFINITY;

/**
 * Adds the index fields to an incident. Nothing else computes them, and a backup does not contain
 * them.
 */
export function toStoredIncident(incident: Incident): StoredIncident {
  const state = foldTimeline(incident.timeline);
  const detectedAt = state?.detectedAt ?? incident.timeline[0]?.at ?? 0;
  const isOpen = state?.isOpen === true && incident.deletedAt === null;
  const joinedIds = [...new Set(incident.timeline.flatMap(({ joinedFrom }) => joinedFrom ?? []))];
  const resolvedAt = isOpen ? OPEN_RESOLVED_AT : (state?.resolution?.at ?? detectedAt);
  return { ...incident, detectedAt, resolvedAt, ...(joinedIds.length > 0 && { joinedIds }) };
}

/**
 * Removes the index fields from a stored row. A value that is no object is returned as it is, so
 * that the parser refuses it.
 */
export function withoutIndexFields(raw: unknown): unknown {
  if (typeof raw !== 'object' || raw === null) return raw;
  const { detectedAt: _detectedAt, resolvedAt: _resolvedAt, joinedIds: _ids, ...row } = raw as Partial<StoredIncident>;
  return row;
}
