import type { Entry } from '@/domain/rows/incident';
import { type CaregiverResponse, isResponse } from '@/domain/timeline/response';

/**
 * Who did something about an incident, once each, in the order in which they came to it: each caregiver's first response.
 *
 * @param entries live, in their order
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
