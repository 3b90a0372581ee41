import type { Entry } from '@/domain/rows/incident';
import { isResponse } from '@/domain/timeline/response';
import type { Instant } from '@/lib/time';

/** A caregiver's part in an incident. */
export interface Intervention {
  caregiverId: string;
  firstResponseAt: Instant;
}

/**
 * Who did something about an incident, once each, in the order in which they came to it.
 *
 * @param entries live, in their order
 */
export function interventionsIn(entries: readonly Entry[]): Intervention[] {
  const found: Intervention[] = [];
  for (const entry of entries) {
    if (!isResponse(entry) || found.some(({ caregiverId }) => caregiverId === entry.by)) continue;
    found.push({ caregiverId: entry.by, firstResponseAt: entry.at });
  }
  return found;
}
