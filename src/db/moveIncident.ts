import type { Result } from '@/domain/refusal';
import { moveToDay } from '@/domain/timeline/moveIncident';
import type { Day, Instant } from '@/lib/time';
import type { Zone } from '@/lib/zone';
import { command } from './door';
import { editIncident, type WrittenIncident } from './editIncident';

export interface MoveIncident {
  incidentId: string;
  /** The day on the household's wall on which the incident began. */
  day: Day;
  zone: Zone;
  now: Instant;
}

/**
 * Moves a whole incident to another day: see {@link moveToDay}. Refused with the rule that it would
 * break there, such as the other incident of the same child that it would overlap.
 *
 * It is done by day, where the user sees a failed write, so it is not tried again.
 */
export const moveIncident = command(
  'moveIncident',
  ['incidents'],
  (db, { day, zone, ...input }: MoveIncident): Promise<Result<WrittenIncident>> =>
    editIncident(db, input, (incident) => moveToDay(incident, day, zone, input.now)),
  { retryAtStart: false },
);
