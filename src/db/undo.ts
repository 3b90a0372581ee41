import { ok, type Result, refused } from '@/domain/refusal';
import { parseRow } from '@/domain/rows/parse';
import type { TableName } from '@/domain/rows/tables';
import { revert, type Undo } from '@/domain/undo';
import type { Instant } from '@/lib/time';
import { command } from './door';
import { refusalOf } from './incidents';
import { toStored, withoutIndexFields } from './stored';

/** Takes one change back, in one write, and leaves what was said since. */
export const undo = command(
  'undo',
  ['household', 'children', 'caregivers', 'incidents', 'nights', 'runbooks'],
  async (db, { undo, now }: { undo: Undo; now: Instant }): Promise<Result<null>> => {
    const table = db.table(undo.table);
    const parsed = parseRow<TableName>(undo.table, withoutIndexFields(await table.get(undo.after.id)));
    if (!parsed.ok) return refused({ code: 'unknownRow' });
    const reverted = revert(parsed.row, undo, now);
    if (!reverted.ok) return reverted;
    if (undo.table !== 'incidents') {
      await table.put(reverted.value);
      return ok(null);
    }
    const incident = reverted.value as Parameters<typeof toStored>[0];
    const refusal = await refusalOf(db, incident, now);
    if (refusal) return refused(refusal);
    await table.put(toStored(incident));
    return ok(null);
  },
);
