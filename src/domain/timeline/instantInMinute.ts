import type { Entry } from '@/domain/rows/incident';
import { type Instant, laterOf, MINUTE_MS } from '@/lib/time';
import { liveEntries } from './foldTimeline';

/**
 * The instant a minute means for an entry. A person sets minutes; the taps before it have seconds. Where the entry has to
 * come after one that lies within that very minute, that one's instant is meant.
 *
 * @example woken at 2:43:10, "feed" set to 2:43 → 2:43:10, not ten seconds before the cry
 */
export function instantInMinute(
  minute: Instant,
  entry: Pick<Entry, 'id' | 'kind'>,
  timeline: readonly Entry[],
): Instant {
  if (entry.kind === 'detected') return minute;
  const place = timeline.findIndex(({ id }) => id === entry.id);
  const before = place < 0 ? timeline : timeline.slice(0, place);
  const stateChanges = ['resolved', 'reopened'];
  const mustComeFirst = liveEntries(before).filter(
    ({ kind, at }) =>
      at >= minute &&
      at < minute + MINUTE_MS &&
      (kind === 'detected' || (stateChanges.includes(kind) && stateChanges.includes(entry.kind))),
  );
  return mustComeFirst.map(({ at }) => at).reduce(laterOf, minute);
}
