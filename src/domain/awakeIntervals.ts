import { earlierOf, type Instant, type Interval, laterOf } from '@/lib/time';
import type { NightWindow } from './night';
import type { IncidentState } from './timeline/foldTimeline';

/**
 * Returns the intervals of one incident in which the child was awake, oldest first. They are cut to
 * a night's window and to `now`, and an open stretch ends at `now`. The last interval may be empty.
 *
 * A child who gets up for the day within the window counts as awake until the end of the window.
 * "Up for the day" before the window has no such effect: it ended a nap, or it belongs to the
 * morning before.
 *
 * Source: metrics.md, "Incidents", *downtime*.
 *
 * @example detected 2:43, resolved 3:03, reopened 3:07, now 3:10 → [2:43, 3:03), [3:07, 3:10)
 */
export function awakeIntervalsOf(state: IncidentState, window: NightWindow, now: Instant): readonly Interval[] {
  const end = earlierOf(window.end, now);
  const isUpForDay = state.resolution?.outcome === 'upForDay' && state.resolution.at >= window.start;
  const lastIndex = state.stretches.length - 1;
  const intervals: Interval[] = [];
  for (const [index, { from, to }] of state.stretches.entries()) {
    let until = to ?? now;
    if (to !== null && index === lastIndex && isUpForDay) until = laterOf(to, end);
    if (from >= window.end || until < window.start || from > end) continue;
    intervals.push({ from: laterOf(from, window.start), to: earlierOf(until, end) });
  }
  return intervals;
}
