import type { Entry } from '@/domain/rows/incident';
import { type Instant, MINUTE_MS } from '@/lib/time';
import { liveEntries } from './foldTimeline';

/**
 * Returns the instant of a tap, so that it is never before the last entry. If the phone's clock was
 * set back during the incident, the tap gets the instant of the last entry. The time is estimated
 * if the clock is more than a minute behind that entry; two clocks may differ by a minute anyway.
 * No tap may be refused because of a clock.
 */
export function tapTime(timeline: readonly Entry[], clock: Instant): { at: Instant; estimated: boolean } {
  const last = liveEntries(timeline).at(-1)?.at ?? clock;
  return last <= clock ? { at: clock, estimated: false } : { at: last, estimated: last - clock > MINUTE_MS };
}
