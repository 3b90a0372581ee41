import type { Entry } from '@/domain/rows/incident';
import { type CaregiverResponse, isResponse } from '@/domain/timeline/response';

/**
 * Returns each caregiver's first response to an incident, in the order of the timeline.
 *
 * @param entries the entries that are not deleted, in timeline order
 */
export function interventionsIn(entries: readonly Entry[]): readonly CaregiverResponse[] {
  let found = NONE;
  for (const entry of entries) {
    if (!isResponse(entry) || found.some(({ by }) => by === entry.by)) continue;
    found = [...found, entry];
  }
  return found;
}

const NONE: readonly CaregiverResponse[] = [];
