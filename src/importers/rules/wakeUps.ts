import type { SleepFact, Sourced, WakeFact } from '@/importers/facts';
import { HOUR_MS, type Instant } from '@/lib/time';
import { firstIndex } from './firstIndex';
import type { Moment, Span } from './resolveSpans';
import type { ChildNight } from './sleepsOfNights';

/** A wake-up that came of a file. */
export interface WakeUp {
  detected: Moment;
  resolved: Moment;
  /** Who said that the child slept again. */
  by: string | null;
  /** The sleep that ended, or the wake-up that was said: it gives the identity. */
  source: Pick<Sourced<SleepFact | WakeFact>, 'tracker' | 'sourceId'>;
}

/** A gap that is too long to be believed: a missing entry is likelier. */
export interface UnlikelyGap {
  from: Instant;
  to: Instant;
}

const LONGEST_GAP_MS = 3 * HOUR_MS;

/** Whether one of these wake-ups, which do not overlap and are in their order, lies over a gap. */
function liesOver(said: readonly WakeUp[], from: Instant, to: Instant): boolean {
  const last = said[firstIndex(said, ({ detected }) => detected.at >= to) - 1];
  return last !== undefined && from < last.resolved.at;
}

/**
 * Returns the wake-ups between the sleeps of one night, beside those that were said.
 *
 * @param said as `joinSaid` returns them
 */
export function wakeUpsOfNight(
  { blocks }: ChildNight,
  said: readonly WakeUp[],
): { wakeUps: WakeUp[]; unlikely: UnlikelyGap[] } {
  const wakeUps: WakeUp[] = [];
  const unlikely: UnlikelyGap[] = [];
  for (const [index, block] of blocks.entries()) {
    const next = blocks[index + 1];
    if (!next || block.end === null) continue;
    const [from, to] = [block.end.at, next.start.at];
    if (liesOver(said, from, to)) continue;
    if (to - from > LONGEST_GAP_MS) unlikely.push({ from, to });
    else wakeUps.push({ detected: block.end, resolved: next.start, by: next.by, source: block.ending });
  }
  return { wakeUps, unlikely };
}

/**
 * Joins the wake-ups that were said and overlap; the later one says who ended it.
 *
 * @param spans with an end after their start, in any order
 */
export function joinSaid(spans: readonly Span<Sourced<WakeFact>>[]): WakeUp[] {
  const joined: WakeUp[] = [];
  for (const { fact, start, end } of spans.toSorted((a, b) => a.start.at - b.start.at)) {
    if (!end) continue;
    const last = joined.at(-1);
    if (!last || start.at >= last.resolved.at) {
      joined.push({ detected: start, resolved: end, by: fact.by, source: fact });
      continue;
    }
    last.by = fact.by;
    if (end.at > last.resolved.at) last.resolved = end;
  }
  return joined;
}
