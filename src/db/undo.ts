import { findNapOverlap } from '@/domain/naps';
import { ok, type Result, refused } from '@/domain/refusal';
import type { Incident } from '@/domain/rows/incident';
import type { Nap } from '@/domain/rows/others';
import { parseRow } from '@/domain/rows/parseRow';
import { type RowOf, TABLE_NAMES, type TableName } from '@/domain/rows/tables';
import { revert, type Undo } from '@/domain/undo';
import { checkIncident } from './checkIncident';
import type { InfernalDatabase } from './database';
import { command } from './door';
import { type Made, wasChangedSince } from './late';
import { readNapsBetween } from './napQueries';
import { toStoredIncident, withoutIndexFields } from './storedIncident';

/**
 * Undoes one change, or all changes of one tap in reverse order: either all of them or none.
 * Later changes stay; if one of them concerns the same field, the undo is refused.
 */
export const undo = command(
  'undo',
  TABLE_NAMES,
  async (db, { undo, ...made }: Made & { undo: Undo | readonly Undo[] }): Promise<Result<null>> => {
    for (const change of [undo].flat().reverse()) {
      const result = await undoOne(db, change, made);
      if (!result.ok) return result;
    }
    return ok(null);
  },
);

async function undoOne(db: InfernalDatabase, change: Undo, made: Made): Promise<Result<null>> {
  const { now } = made;
  const table = db.table(change.table);
  const parsed = parseRow<TableName>(change.table, withoutIndexFields(await table.get(change.after.id)));
  if (!parsed.ok) return refused({ code: 'unknownRow' });
  if (made.appliedAt !== undefined && comesTooLate(parsed.row, change, made)) return refused({ code: 'changedSince' });
  const reverted = revert(parsed.row, change, now);
  if (!reverted.ok) return reverted;
  if (change.table === 'naps' && (await overlapsAnotherNap(db, reverted.value as Nap)))
    return refused({ code: 'changedSince' });
  if (change.table !== 'incidents') {
    await table.put(reverted.value);
    return ok(null);
  }
  const incident = reverted.value as Incident;
  const wasJoined = (parsed.row as Incident).mergedInto !== null && (change.after as Incident).mergedInto === null;
  // It lives on in the other phone's incident, and so does what the other phone said of it.
  if (wasJoined && change.before === null) return refused({ code: 'changedSince' });
  // An overlap that existed before the change must not keep anybody from undoing it.
  const refusal = await checkIncident(db, incident, now, {
    allowedOverlapIds: change.overlapped,
    allowFuture: true,
  });
  if (refusal) return refused(refusal);
  await table.put(toStoredIncident(incident));
  return ok(null);
}

/**
 * Returns whether an undo that was kept comes too late: the row was deleted since, or the undo
 * would delete a new row that was changed since. `revert` finds all other changes.
 */
const comesTooLate = (row: RowOf<TableName>, { before, after }: Undo, made: Made): boolean =>
  (row.deletedAt !== null && after.deletedAt === null) || (before === null && wasChangedSince(row, made));

/**
 * Returns whether the reverted nap overlaps a nap that was added after the change, for example in
 * another tab. A nap that stays deleted overlaps nothing.
 */
const overlapsAnotherNap = async (db: InfernalDatabase, nap: Nap): Promise<boolean> =>
  nap.deletedAt === null && findNapOverlap(nap, await readNapsBetween(db, nap.startedAt, nap.endedAt)) !== null;
