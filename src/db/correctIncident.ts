import { newIncident } from '@/domain/defaults';
import { ok, type Result, refused } from '@/domain/refusal';
import type { Entry } from '@/domain/rows/incident';
import { nextUpdatedAt, removeEntryFrom } from '@/domain/timeline/editTimeline';
import { command } from './door';
import { editIncident, type WrittenIncident } from './editIncident';
import { entryMayStay, insertIncident } from './incidents';
import { type Made, wasChangedSince } from './late';
import { readIncident } from './queries';

/*
 * Commands with which incidents are corrected by day. They are apart from those of the night, which
 * are loaded before the first tap.
 */

export interface AddPastIncident extends Made {
  incidentId: string;
  childId: string;
  timeline: Entry[];
}

/** Adds an incident that is over and that nobody logged when it happened. */
export const addPastIncident = command(
  'addPastIncident',
  ['incidents', 'children'],
  async (db, input: AddPastIncident): Promise<Result<WrittenIncident>> => {
    // The same write, applied a second time, must not undo what was corrected since.
    const known = await readIncident(db, input.incidentId);
    if (known) return ok({ undo: { table: 'incidents', before: known, after: known } });
    if (await db.incidents.get(input.incidentId)) return refused({ code: 'unknownRow' });
    if (!(await db.children.get(input.childId))) return refused({ code: 'unknownChild' });
    return insertIncident(db, newIncident(input.incidentId, input.childId, input.timeline, input.now), input.now);
  },
);

/** Removes one entry from the timeline. */
export const removeEntry = command(
  'removeEntry',
  ['incidents'],
  (db, input: Made & { incidentId: string; entryId: string }): Promise<Result<WrittenIncident>> =>
    editIncident(db, input, (incident) =>
      entryMayStay(incident, { id: input.entryId, deletedAt: input.now }, input)
        ? { ok: true, value: incident }
        : removeEntryFrom(incident, input.entryId, input.now),
    ),
);

/** Marks an incident as deleted. */
export const removeIncident = command(
  'removeIncident',
  ['incidents'],
  (db, input: Made & { incidentId: string }): Promise<Result<WrittenIncident>> =>
    editIncident(db, input, (incident) => ({
      ok: true,
      value: wasChangedSince(incident, input)
        ? incident
        : { ...incident, deletedAt: input.now, updatedAt: nextUpdatedAt(incident, input.now) },
    })),
);
