import type { Incident } from '@/domain/rows/incident';
import type { TableName } from '@/domain/rows/tables';
import { foldTimeline } from '@/domain/timeline/foldTimeline';

/** An incident as it lies in the table: the row, and what the indexes need. */
export type StoredIncident = Incident & { detectedAt: number; resolvedAt: number };

/** Every table's rows as they lie there, readable or not. */
export type RawTables = Record<TableName, unknown[]>;

/** The index value of an incident that is open. IndexedDB leaves null out of an index, and every time is before this. */
export const OPEN_RESOLVED_AT = Number.POSITIVE_INFINITY;

/** The row with its index fields: the only place that makes them. They are part of no backup. */
export function toStoredIncident(incident: Incident): StoredIncident {
  const state = foldTimeline(incident.timeline);
  const detectedAt = state?.detectedAt ?? incident.timeline[0]?.at ?? 0;
  const open = state?.isOpen === true && incident.deletedAt === null;
  return { ...incident, detectedAt, resolvedAt: open ? OPEN_RESOLVED_AT : (state?.resolution?.at ?? detectedAt) };
}

/** A stored row as data.md has it. Anything may lie in a table: what is no object is handed on for the parser to refuse. */
export function withoutIndexFields(raw: unknown): unknown {
  if (typeof raw !== 'object' || raw === null) return raw;
  const { detectedAt: _detectedAt, resolvedAt: _resolvedAt, ...row } = raw as Partial<StoredIncident>;
  return row;
}
