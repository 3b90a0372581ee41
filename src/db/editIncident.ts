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

/*
 * This file is separate from the other commands on incidents, so that the service worker loads only
 * the command it needs.
 */

/** The result of a written change: how to undo it. */
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
 * Writes the incident that `change` makes of the stored one, after the checks for every incident.
 * Nothing is written if `change` returns the same object. The caller has opened a transaction over
 * the incidents.
 */
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
