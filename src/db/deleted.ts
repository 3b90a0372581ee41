import { nightSpan } from '@/domain/night';
import type { Incident } from '@/domain/rows/incident';
import type { RowOf } from '@/domain/rows/tables';
import type { Day, Instant } from '@/lib/time';
import type { Zone } from '@/lib/zone';
import type { InfernalDatabase } from './database';
import { parseRows } from './parseRows';

/** The tables that a parent may search. The row of a night returns with that night's next tap. */
const SEARCHED_TABLES = [
  'incidents',
  'chores',
  'episodes',
  'observations',
  'naps',
  'runbooks',
  'children',
  'caregivers',
] as const;

export type DeletableTable = (typeof SEARCHED_TABLES)[number];

/** A row that is marked deleted, with its table. */
export type DeletedRow = {
  [T in DeletableTable]: { table: T; row: RowOf<T> & { deletedAt: Instant } };
}[DeletableTable];

/**
 * Returns everything that is marked deleted and can be read, the last deleted first. An incident
 * that was merged into another is no deleted one. Reads whole tables, so it is for the day.
 */
export async function readDeletedRows(db: InfernalDatabase): Promise<DeletedRow[]> {
  const found = await Promise.all(SEARCHED_TABLES.map((table) => readDeletedOf(db, table)));
  return found.flat().sort((a, b) => b.row.deletedAt - a.row.deletedAt);
}

async function readDeletedOf(db: InfernalDatabase, table: DeletableTable): Promise<DeletedRow[]> {
  const raw = await db
    .table(table)
    .filter(({ deletedAt, mergedInto = null }) => typeof deletedAt === 'number' && mergedInto === null)
    .toArray();
  return parseRows(table, raw).rows.map((row) => ({ table, row }) as DeletedRow);
}

/** Returns the deleted incidents that began in a night, in the order of their beginnings. */
export async function readDeletedIncidents(db: InfernalDatabase, night: Day, zone: Zone): Promise<Incident[]> {
  const { start, end } = nightSpan(night, zone);
  const raw = await db.incidents.where('detectedAt').between(start, end, true, false).toArray();
  return parseRows('incidents', raw).rows.filter(
    ({ deletedAt, mergedInto }) => deletedAt !== null && mergedInto === null,
  );
}
