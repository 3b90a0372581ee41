import { isResponse } from '@/domain/timeline/response';
import type { Instant } from '@/lib/time';
import type { IncidentReading, NightReading } from './reading';

/** An incident that a caregiver did something about. */
export interface Intervention {
  caregiverId: string;
  reading: IncidentReading;
  firstResponseAt: Instant;
}

/** A caregiver's part in an incident, once each, in the order in which they came to it. */
export function interventionsIn(reading: IncidentReading): Intervention[] {
  const found = new Map<string, Intervention>();
  for (const entry of reading.entries) {
    if (!isResponse(entry) || found.has(entry.by)) continue;
    found.set(entry.by, { caregiverId: entry.by, reading, firstResponseAt: entry.at });
  }
  return [...found.values()];
}

/** Every caregiver's part in the counted incidents of a night. */
export const interventionsOf = ({ counted }: NightReading): Intervention[] => counted.flatMap(interventionsIn);
