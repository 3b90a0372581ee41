import { ok, type Result, refused } from '@/domain/refusal';
import type { Entry, Incident } from '@/domain/rows/incident';
import { addEntryTo, type EditResult } from '@/domain/timeline/editTimeline';
import type { Undo } from '@/domain/undo';
import type { Instant } from '@/lib/time';
import { checkIncident } from './checkIncident';
import type { InfernalDatabase } from './database';
import { command } from './door';
import { readIncident } from './queries';
import { toStoredIncident } from './storedIncident';

/* Apart from the other commands on incidents: the service worker has this one, and nothing it does not need. */

/** A change that was written, and how to take it back. */
export interface WrittenIncident {
  undo: Undo<'incidents'>;
}

export const addEntry = command(
  'addEntry',
  ['incidents'],
  (db, input: { incidentId: string; entry: Entry; now: Instant }): Promise<Result<WrittenIncident>> =>
    editIncident(db, input, (incident) => addEntryTo(incident, input.entry, input.now)),
);

/** In a transaction over incidents: writes what `change` makes of one, under the rules of every incident. */
export async function editIncident(
  db: InfernalDatabase,
  input: { incidentId: string; now: Instant },
  change: (incident: Incident) => EditResult,
): Promise<Result<WrittenIncident>> {
  const before = await readIncident(db, input.incidentId);
  if (!before) return refused({ code: 'unknownIncident' });
  const changed = change(before);
  if (!changed.ok) return changed;
  const after = changed.value;
  if (after !== before) {
    const refusal = await checkIncident(db, after, input.now);
    if (refusal) return refused(refusal);
    await db.incidents.put(toStoredIncident(after));
  }
  return ok({ undo: { table: 'incidents', before, after } });
}
