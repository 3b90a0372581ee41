import type { Entry } from '@/domain/rows/incident';
import { type Instant, laterOf, MINUTE_MS } from '@/lib/time';
import { liveEntries } from './foldTimeline';

/**
 * A resolution and a reopening must keep their order, or the timeline would no longer alternate.
 */
const STATE_CHANGES = ['resolved', 'reopened'];

/**
 * Returns the instant for an entry whose time a person set to a whole minute: the start of that
 * minute. A tap is logged to the millisecond, so an entry that must come first may be later in the
 * same minute; its instant is then returned instead.
 *
 * @example woken at 2:43:10, "feed" set to 2:43 → 2:43:10, not ten seconds before the cry
 */
export function instantInMinute(
  minuteStart: Instant,
  entry: Pick<Entry, 'id' | 'kind'>,
  timeline: readonly Entry[],
): Instant {
  if (entry.kind === 'detected') return minuteStart;
  const index = timeline.findIndex(({ id }) => id === entry.id);
  // A new entry is not in the timeline yet, so it comes after all entries of its minute.
  const entriesBefore = index < 0 ? timeline : timeline.slice(0, index);
  // Deleted entries set no order.
  const mustComeFirst = liveEntries(entriesBefore).filter(
    ({ kind, at }) =>
      at >= minuteStart &&
      at < minuteStart + MINUTE_MS &&
      (kind === 'detected' || (STATE_CHANGES.includes(kind) && STATE_CHANGES.includes(entry.kind))),
  );
  return mustComeFirst.map(({ at }) => at).reduce(laterOf, minuteStart);
}
