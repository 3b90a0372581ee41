import type { Entry } from '@/domain/rows/incident';
import { type Instant, MINUTE_MS } from '@/lib/time';
import { liveEntries } from './foldTimeline';

/**
 * When a tap of now happened, as its timeline can have it. A phone's clock that was set back during an incident reads a time before
 * what has happened already: the tap is then taken to be of the last moment that is known, and as a guess where that is more than the
 * minute two clocks may differ by. Nothing that is tapped may be refused because of a clock.
 */
export function tapTime(timeline: readonly Entry[], clock: Instant): { at: Instant; estimated: boolean } {
  const last = liveEntries(timeline).at(-1)?.at ?? clock;
  return last <= clock ? { at: clock, estimated: false } : { at: last, estimated: last - clock > MINUTE_MS };
}
