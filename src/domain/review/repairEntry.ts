import type { Entry } from '@/domain/rows/incident';
import { createAcknowledged, createResolved } from '@/domain/timeline/createEntry';
import type { Instant } from '@/lib/time';
import type { EndRepair, UpRepair } from './proposal';

/** The line a repair adds. Nobody looked at the clock: every time the review writes is a guess, and in no recovery time. */
export function entryForRepair(repair: EndRepair | UpRepair, id: string, now: Instant): Entry {
  const moment = { id, at: repair.at, now, estimated: true };
  return repair.kind === 'end'
    ? createResolved(moment, repair.by, repair.outcome)
    : createAcknowledged(moment, repair.by);
}
