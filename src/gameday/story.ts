import type { Entry } from '@/domain/rows/incident';
import type { Moment } from '@/domain/timeline/make';
import { after, type Instant, later, SECOND_MS } from '@/lib/time';
import type { Random } from './random';
import type { CaregiverPart } from './types';

/** A timeline while it is told. Time only goes forward in it, so that it is in order as it is written. */
export interface Story {
  readonly entries: readonly Entry[];
  readonly at: Instant;
  /** Who is up for this child now. */
  readonly up: ReadonlySet<CaregiverPart>;
  /** Everybody who did something about it. */
  readonly responded: ReadonlySet<CaregiverPart>;
  wait(random: Random, seconds: readonly [min: number, max: number]): void;
  waitUntil(at: Instant): void;
  /** @param rememberedAt when it was written down, if later than it happened: its time is then a guess. The story's own unless given */
  say(make: (moment: Moment) => Entry, rememberedAt?: Instant): void;
  getsUp(who: CaregiverPart): void;
  liesDown(who: CaregiverPart): void;
  /** Awake, because the cry was heard: that alone is no response. */
  hears(who: CaregiverPart): void;
}

/** @param toldAt when the whole story was written down, if nobody tapped anything while it happened */
export function beginStory(detectedAt: Instant, ids: Random, toldAt?: Instant): Story {
  const entries: Entry[] = [];
  const up = new Set<CaregiverPart>();
  const responded = new Set<CaregiverPart>();
  let at = detectedAt;
  return {
    entries,
    up,
    responded,
    get at() {
      return at;
    },
    wait(random, [min, max]) {
      at = after(at, random.whole(min, max) * SECOND_MS);
    },
    waitUntil(moment) {
      at = later(at, moment);
    },
    say(make, rememberedAt = toldAt) {
      const estimated = rememberedAt !== undefined;
      entries.push(make({ id: ids.uuid(), at, now: later(at, rememberedAt ?? at), estimated }));
    },
    getsUp(who) {
      up.add(who);
      responded.add(who);
    },
    liesDown(who) {
      up.delete(who);
    },
    hears(who) {
      up.add(who);
    },
  };
}
