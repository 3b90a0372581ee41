import type { Entry } from '@/domain/rows/incident';
import { type Instant, laterOf, MINUTE_MS } from '@/lib/time';
import { liveEntries } from './foldTimeline';

/**
 * Returns the instant for an entry whose time a person set to a whole minute. If the entry must
 * come after another entry in the same minute, which a tap logged to the millisecond, the instant
 * of that entry is returned; else the start of the minute.
 *
 * @example woken at 2:43:10, "feed" set to 2:43 → 2:43:10, not ten seconds before the cry
 */
export function instantInMinute(
  minute: Instant,
  entry: Pick<Entry, 'id' | 'kind'>,
  timeline: readonly Entry[],
): Instant {
  if (entry.kind === 'detected') return minute;
  const index = timeline.findIndex(({ id }) => id === entry.id);
  // A new entry is not in the timeline yet, so it comes after all entries of its minute.
  const entriesBefore = index < 0 ? timeline : timeline.slice(0, index);
  const stateChanges = ['resolved', 'reopened'];
  const mustComeFirst = liveEntries(entriesBefore).filter(
    ({ kind, at }) =>
      at >= minute &&
      at < minute + MINUTE_MS &&
      (kind === 'detected' || (stateChanges.includes(kind) && stateChanges.includes(entry.kind))),
  );
  return mustComeFirst.map(({ at }) => at).reduce(laterOf, minute);
}
