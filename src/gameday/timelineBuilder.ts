import type { Entry } from '@/domain/rows/incident';
import type { NewEntry } from '@/domain/timeline/createEntry';
import { addMs, type Instant, laterOf, SECOND_MS } from '@/lib/time';
import type { Random } from './random';
import type { CaregiverRole } from './types';

/** A timeline that is being built. Its time only moves forward, so that the entries are sorted. */
export interface TimelineBuilder {
  readonly entries: readonly Entry[];
  readonly at: Instant;
  /** The caregivers who are up for this child now. */
  readonly up: ReadonlySet<CaregiverRole>;
  /** Every caregiver who has responded to the incident. */
  readonly responded: ReadonlySet<CaregiverRole>;
  wait(random: Random, seconds: readonly [min: number, max: number]): void;
  waitUntil(at: Instant): void;
  /**
   * @param rememberedAt when the entry was logged, if that was later than it happened; its time is
   * then estimated. Defaults to the builder's `loggedAt`
   */
  addEntry(make: (moment: NewEntry) => Entry, rememberedAt?: Instant): void;
  addResponder(who: CaregiverRole): void;
  removeFromUp(who: CaregiverRole): void;
  /** Adds a caregiver who is awake because of the cry. Hearing a cry alone is no response. */
  addUp(who: CaregiverRole): void;
}

/**
 * @param loggedAt when the whole timeline was logged, if nobody logged anything while it happened
 */
export function createTimelineBuilder(detectedAt: Instant, ids: Random, loggedAt?: Instant): TimelineBuilder {
  const entries: Entry[] = [];
  const up = new Set<CaregiverRole>();
  const responded = new Set<CaregiverRole>();
  let at = detectedAt;
  return {
    entries,
    up,
    responded,
    get at() {
      return at;
    },
    wait(random, [min, max]) {
      at = addMs(at, random.integer(min, max) * SECOND_MS);
    },
    waitUntil(moment) {
      at = laterOf(at, moment);
    },
    addEntry(make, rememberedAt = loggedAt) {
      const estimated = rememberedAt !== undefined;
      entries.push(make({ id: ids.uuid(), at, now: laterOf(at, rememberedAt ?? at), estimated }));
    },
    addResponder(who) {
      up.add(who);
      responded.add(who);
    },
    removeFromUp(who) {
      up.delete(who);
    },
    addUp(who) {
      up.add(who);
    },
  };
}
