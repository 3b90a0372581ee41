import { findNapOverlap } from '@/domain/naps';
import { ok, type Refusal, type Result, refused } from '@/domain/refusal';
import type { Incident } from '@/domain/rows/incident';
import type { Nap } from '@/domain/rows/others';
import { parseRow } from '@/domain/rows/parseRow';
import { type RowOf, TABLE_NAMES, type TableName } from '@/domain/rows/tables';
import { nextUpdatedAt } from '@/domain/timeline/editTimeline';
import type { Undo } from '@/domain/undo';
import { addMs, type Instant } from '@/lib/time';
import { checkIncident } from './checkIncident';
import type { InfernalDatabase } from './database';
import type { DeletableTable } from './deleted';
import { command } from './door';
import { readNapsBetween } from './napQueries';
import { toStoredIncident, withoutIndexFields } from './storedIncident';

export interface BringBack {
  table: DeletableTable;
  id: string;
  now: Instant;
}

/**
 * Brings a deleted row back as it was. Refused with `unknownRow` if there is no such row or it
 * cannot be read, with the other incident or nap if the row would overlap one that was logged
 * since, and with `unknownChild` or `unknownCaregiver` if whom it is about is deleted. A row that
 * is back already, for example from another window, stays as it is and needs no undo.
 *
 * It is done by day, where the user sees a failed write, so it is not tried again.
 */
export const bringBack = command(
  'bringBack',
  TABLE_NAMES,
  async (db, { table, id, now }: BringBack): Promise<Result<{ undo?: Undo }>> => {
    const parsed = parseRow<TableName>(table, withoutIndexFields(await db.table(table).get(id)));
    if (!parsed.ok) return refused({ code: 'unknownRow' });
    const before = parsed.row;
    if (before.deletedAt === null) return ok({});
    const after = { ...before, deletedAt: null, updatedAt: nextUpdatedAt(before, now) };
    const refusal = await checkRow(db, table, after, now);
    if (refusal) return refused(refusal);
    await db.table(table).put(table === 'incidents' ? toStoredIncident(after as Incident) : after);
    return ok({ undo: { table, before, after } });
  },
  { retryAtStart: false },
);

async function checkRow(
  db: InfernalDatabase,
  table: DeletableTable,
  row: RowOf<TableName>,
  now: Instant,
): Promise<Refusal | null> {
  if ('childId' in row && !(await isThere(db, 'children', row.childId))) return { code: 'unknownChild' };
  if ('caregiverId' in row && !(await isThere(db, 'caregivers', row.caregiverId))) return { code: 'unknownCaregiver' };
  // What a wrong clock has dated in the future comes back where it was.
  if (table === 'incidents') return checkIncident(db, row as Incident, now, { allowFuture: true });
  if (table !== 'naps') return null;
  const nap = row as Nap;
  return findNapOverlap(nap, await readNapsBetween(db, nap.startedAt, addMs(nap.endedAt, 1)));
}

async function isThere(db: InfernalDatabase, table: 'children' | 'caregivers', id: string): Promise<boolean> {
  const person: { deletedAt: unknown } | undefined = await db.table(table).get(id);
  return person !== undefined && person.deletedAt === null;
}
