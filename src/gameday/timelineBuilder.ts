import type { Entry } from '@/domain/rows/incident';
import type { NewEntry } from '@/domain/timeline/createEntry';
import { addMs, type Instant, laterOf, SECOND_MS } from '@/lib/time';
import type { Random } from './random';
import type { CaregiverRole } from './types';

/** A timeline while it is told. Time only goes forward in it, so that it is in order as it is written. */
export interface TimelineBuilder {
  readonly entries: readonly Entry[];
  readonly at: Instant;
  /** Who is up for this child now. */
  readonly up: ReadonlySet<CaregiverRole>;
  /** Everybody who did something about it. */
  readonly responded: ReadonlySet<CaregiverRole>;
  wait(random: Random, seconds: readonly [min: number, max: number]): void;
  waitUntil(at: Instant): void;
  /** @param rememberedAt when it was written down, if later than it happened: its time is then a guess. The story's own unless given */
  addEntry(make: (moment: NewEntry) => Entry, rememberedAt?: Instant): void;
  addResponder(who: CaregiverRole): void;
  removeFromUp(who: CaregiverRole): void;
  /** Awake, because the cry was heard: that alone is no response. */
  addUp(who: CaregiverRole): void;
}

/** @param loggedAt when the whole story was written down, if nobody tapped anything while it happened */
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
