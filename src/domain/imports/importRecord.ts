import type { Incident } from '@/domain/rows/incident';
import type { NightRow } from '@/domain/rows/others';
import type { HouseholdLog } from '@/domain/rows/tables';
import type { Instant } from '@/lib/time';

/** The tables that an import writes to. */
export type ImportedRows = Pick<HouseholdLog, 'children' | 'caregivers' | 'incidents' | 'observations' | 'nights'>;

/** A row as an import has made it: whatever changes it makes its `updatedAt` later. */
export interface MadeRow {
  id: string;
  updatedAt: Instant;
}

/** A night as an import has found and left it. */
interface MadeNight {
  /** Null if there was none. */
  before: NightRow | null;
  after: NightRow;
}

/** What one import wrote, so that it can be taken back at any time later. */
export interface ImportRecord {
  children: MadeRow[];
  caregivers: MadeRow[];
  incidents: (MadeRow & { entryCount: number })[];
  observations: MadeRow[];
  nights: MadeNight[];
}

/**
 * Returns what is kept of an import.
 *
 * @param nights the rows of the nights before the import
 */
export function recordOf(rows: ImportedRows, nights: readonly NightRow[]): ImportRecord {
  const before = new Map(nights.map((row) => [row.id, row]));
  return {
    children: rows.children.map(madeRow),
    caregivers: rows.caregivers.map(madeRow),
    incidents: rows.incidents.map((incident) => ({ ...madeRow(incident), entryCount: incident.timeline.length })),
    observations: rows.observations.map(madeRow),
    nights: rows.nights.map((after) => ({ before: before.get(after.id) ?? null, after })),
  };
}

const madeRow = ({ id, updatedAt }: MadeRow): MadeRow => ({ id, updatedAt });

/** Whether an incident is as an import made it: another phone's may have been joined into it. */
export const isAsImported = (
  incident: Incident,
  { updatedAt, entryCount }: ImportRecord['incidents'][number],
): boolean => incident.updatedAt === updatedAt && incident.timeline.length === entryCount;
