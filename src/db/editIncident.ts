import { ok, type Result, refused } from '@/domain/refusal';
import type { Entry, Incident } from '@/domain/rows/incident';
import { addEntryTo, type EditResult } from '@/domain/timeline/editTimeline';
import type { Undo } from '@/domain/undo';
import type { Instant } from '@/lib/time';
import { checkIncident } from './checkIncident';
import type { InfernalDatabase } from './database';
import { command } from './door';
import { readJoinedIncident } from './queries';
import { toStoredIncident } from './storedIncident';

/*
 * This file is separate from the other commands on incidents, so that the service worker loads only
 * the command it needs.
 */

/** How to undo a change. If the change made no difference, `before` and `after` are the same. */
export interface WrittenIncident {
  undo: Undo<'incidents'>;
}

/** Adds one entry to an incident. */
export const addEntry = command(
  'addEntry',
  ['incidents'],
  (db, input: { incidentId: string; entry: Entry; now: Instant }): Promise<Result<WrittenIncident>> =>
    editIncident(db, input, (incident) => addEntryTo(incident, input.entry, input.now)),
);

/**
 * Writes the incident that `change` makes of the stored one. Nothing is written if `change` returns
 * the same object. Refused with `unknownIncident` if there is no such incident or it is deleted,
 * with the refusal of `change`, or with that of `checkIncident`. The caller has opened a
 * transaction over the incidents.
 *
 * An incident that was joined into another one since the screen showed it is changed there: a tap
 * on "Asleep again" must not be refused because the other phone's log arrived a second before it.
 */
export async function editIncident(
  db: InfernalDatabase,
  input: { incidentId: string; now: Instant },
  change: (incident: Incident) => EditResult,
): Promise<Result<WrittenIncident>> {
  const before = await readJoinedIncident(db, input.incidentId);
  if (!before) return refused({ code: 'unknownIncident' });
  const changed = change(before);
  if (!changed.ok) return changed;
  const after = changed.value;
  if (after !== before) {
    const refusal = await checkIncident(db, after, input.now, { before });
    if (refusal) return refused(refusal);
    await db.incidents.put(toStoredIncident(after));
  }
  return ok({ undo: { table: 'incidents', before, after } });
}
