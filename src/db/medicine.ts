import type { Dose } from '@/domain/health/observation';
import { ok, type Result } from '@/domain/refusal';
import type { EntryOf } from '@/domain/rows/incident';
import { addEntryTo } from '@/domain/timeline/editTimeline';
import type { Undo } from '@/domain/undo';
import type { Instant } from '@/lib/time';
import { command } from './door';
import { editIncident } from './editIncident';
import { insertObservation } from './health';

export interface GiveMedicine {
  id: string;
  fields: Omit<Dose, 'id' | 'updatedAt' | 'deletedAt'>;
  now: Instant;
  /** The incident of a child who is awake, and the line that says that a medicine was tried. */
  tried: { incidentId: string; entry: EntryOf<'remedy'> } | null;
}

/**
 * Adds a dose that was given at night, and the remedy to the child's open incident, in one write
 * with one undo. If the incident is over meanwhile, for example in another window, the dose is kept
 * all the same.
 */
export const giveMedicine = command(
  'giveMedicine',
  ['household', 'children', 'observations', 'incidents'],
  async (db, { id, fields, now, tried }: GiveMedicine): Promise<Result<{ undo: Undo | readonly Undo[] }>> => {
    const dose = await insertObservation(db, { id, fields, now });
    if (!dose.ok || !tried) return dose;
    const { incidentId, entry } = tried;
    const incident = await editIncident(db, { incidentId, now: entry.updatedAt }, (row) =>
      addEntryTo(row, entry, entry.updatedAt),
    );
    return incident.ok ? ok({ undo: [dose.value.undo, incident.value.undo] }) : dose;
  },
);
