import { ok, type Result, refused } from '@/domain/refusal';
import type { Entry, Incident } from '@/domain/rows/incident';
import { addEntryTo, type Edited } from '@/domain/timeline/edit';
import type { Undo } from '@/domain/undo';
import type { Instant } from '@/lib/time';
import type { InfernalDatabase } from './database';
import { command } from './door';
import { refusalOf } from './incidentRules';
import { readIncident } from './queries';
import { toStored } from './stored';

/* Apart from the other commands on incidents: the service worker has this one, and nothing it does not need. */

/** A change that was written, and how to take it back. */
export interface Written {
  undo: Undo<'incidents'>;
}

export const addEntry = command(
  'addEntry',
  ['incidents'],
  (db, input: { incidentId: string; entry: Entry; now: Instant }): Promise<Result<Written>> =>
    editIncident(db, input, (incident) => addEntryTo(incident, input.entry, input.now)),
);

/** In a transaction over incidents: writes what `change` makes of one, under the rules of every incident. */
export async function editIncident(
  db: InfernalDatabase,
  input: { incidentId: string; now: Instant },
  change: (incident: Incident) => Edited,
): Promise<Result<Written>> {
  const before = await readIncident(db, input.incidentId);
  if (!before) return refused({ code: 'unknownIncident' });
  const changed = change(before);
  if (!changed.ok) return changed;
  const after = changed.value;
  if (after !== before) {
    const refusal = await refusalOf(db, after, input.now);
    if (refusal) return refused(refusal);
    await db.incidents.put(toStored(after));
  }
  return ok({ undo: { table: 'incidents', before, after } });
}
