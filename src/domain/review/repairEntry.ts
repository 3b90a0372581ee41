import type { Entry } from '@/domain/rows/incident';
import { createAcknowledged, createResolved } from '@/domain/timeline/createEntry';
import type { Instant } from '@/lib/time';
import type { EndRepair, UpRepair } from './proposal';

/**
 * Returns the entry that a repair adds. Its time is marked as estimated, because nobody looked at
 * the clock; so no recovery time is computed from it.
 */
export function entryForRepair(repair: EndRepair | UpRepair, id: string, now: Instant): Entry {
  const moment = { id, at: repair.at, now, estimated: true };
  return repair.kind === 'end'
    ? createResolved(moment, repair.by, repair.outcome)
    : createAcknowledged(moment, repair.by);
}
