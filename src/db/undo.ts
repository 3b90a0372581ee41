import { findOverlap } from '@/domain/overlap';
import { ok, type Result, refused } from '@/domain/refusal';
import type { Incident } from '@/domain/rows/incident';
import { parseRow } from '@/domain/rows/parse';
import { TABLE_NAMES, type TableName } from '@/domain/rows/tables';
import { revert, type Undo } from '@/domain/undo';
import type { Instant } from '@/lib/time';
import type { InfernalDatabase } from './database';
import { command } from './door';
import { refusalOf } from './incidents';
import { toStored, withoutIndexFields } from './stored';

/** Takes one change back, or the several that one tap made, the last first: all of them or none. What was said since is left. */
export const undo = command(
  'undo',
  TABLE_NAMES,
  async (db, { undo, now }: { undo: Undo | readonly Undo[]; now: Instant }): Promise<Result<null>> => {
    const changes = [undo].flat();
    for (const change of changes.toReversed()) {
      const result = await takeBack(db, change, changes, now);
      if (!result.ok) return result;
    }
    return ok(null);
  },
);

async function takeBack(
  db: InfernalDatabase,
  change: Undo,
  changes: readonly Undo[],
  now: Instant,
): Promise<Result<null>> {
  const table = db.table(change.table);
  const parsed = parseRow<TableName>(change.table, withoutIndexFields(await table.get(change.after.id)));
  if (!parsed.ok) return refused({ code: 'unknownRow' });
  const reverted = revert(parsed.row, change, now);
  if (!reverted.ok) return reverted;
  if (change.table !== 'incidents') {
    await table.put(reverted.value);
    return ok(null);
  }
  const incident = reverted.value as Incident;
  const refusal = await refusalOf(db, incident, now, (other) => overlappedBefore(change, other, changes));
  if (refusal) return refused(refusal);
  await table.put(toStored(incident));
  return ok(null);
}

/**
 * Whether an incident overlapped with another before the change, as what two phones logged may: then it may do so again. The other one as
 * it was then: before the same tap, or as it is, if nothing was written to it since.
 */
function overlappedBefore({ table, before, after }: Undo, other: Incident, changes: readonly Undo[]): boolean {
  if (table !== 'incidents' || before === null) return false;
  const changed = changes.find(({ after: { id } }) => id === other.id);
  const then = changed ? changed.before : other.updatedAt <= after.updatedAt ? other : null;
  return then !== null && findOverlap(before as Incident, [then as Incident]) !== null;
}
