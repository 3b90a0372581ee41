import { findOverlap } from '@/domain/overlap';
import type { Incident } from '@/domain/rows/incident';
import { foldTimeline } from '@/domain/timeline/foldTimeline';
import { DAY_MS, type Instant } from '@/lib/time';

/** Longer incidents are looked at for every wake-up: there are few of them. */
const LONG_DAYS = 3;

/**
 * The incidents of a log by the days on which they lie, so that what overlaps a wake-up is found
 * without looking at all of them.
 */
export class SpansByDay {
  private readonly byDay = new Map<number, Incident[]>();
  private readonly long: Incident[] = [];

  /** Adds an incident; one that is deleted or has no beginning lies over nothing. */
  add(incident: Incident): void {
    const state = foldTimeline(incident.timeline);
    if (!state || incident.deletedAt !== null) return;
    const days = state.resolution ? daysOf(state.detectedAt, state.resolution.at) : [];
    if (days.length === 0 || days.length > LONG_DAYS) this.long.push(incident);
    else
      for (const day of days) {
        const others = this.byDay.get(day);
        if (others) others.push(incident);
        else this.byDay.set(day, [incident]);
      }
  }

  /** Whether a wake-up that has ended would overlap an incident of its child. */
  isOver(incident: Incident, now: Instant): boolean {
    const state = foldTimeline(incident.timeline);
    if (!state?.resolution) return findOverlap(incident, this.long, now) !== null;
    const near = daysOf(state.detectedAt, state.resolution.at).flatMap((day) => this.byDay.get(day) ?? []);
    return findOverlap(incident, [...this.long, ...near], now) !== null;
  }
}

/** Returns the days since the epoch on which a span lies; at most one more than count as long. */
function daysOf(from: Instant, to: Instant): number[] {
  const [first, last] = [Math.floor(from / DAY_MS), Math.floor(to / DAY_MS)];
  return Array.from({ length: Math.min(last - first, LONG_DAYS) + 1 }, (_, index) => first + index);
}
