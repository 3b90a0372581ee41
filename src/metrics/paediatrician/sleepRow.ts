import { knownUntil, type NightEnds } from '@/domain/forgotten';
import { nightSpan } from '@/domain/night';
import type { IncidentState } from '@/domain/timeline/foldTimeline';
import { type Day, earlierOf, type Instant, type Interval } from '@/lib/time';
import { intersect, union } from '@/metrics/intervals';
import type { NightFacts } from '@/metrics/nightFacts';
import { clockChangeOf, minuteOnWall, type WallSpan, wallSpansOf } from './wallSpan';

/** A stretch in which the child was awake, or one of its two parts if clocks changed in it. */
interface AwakeWallSpan extends WallSpan {
  /**
   * Whether the beginning or the end is estimated. The end of a stretch that is not over is
   * estimated, too.
   */
  isStartEstimated: boolean;
  isEndEstimated: boolean;
}

/** One row of the 24-hour sleep chart, from noon to noon on the wall clock. */
export interface SleepRow {
  night: Day;
  /** False if nobody logged the night. The chart draws such a night as unknown, never as sleep. */
  observed: boolean;
  /** The night window, cut at `now`; empty if the window has not begun. */
  hours: readonly WallSpan[];
  /** Includes stretches by day that somebody logged. */
  awake: readonly AwakeWallSpan[];
  /** When the child began to cry, in minutes as in {@link WallSpan}. */
  cries: readonly number[];
  /** The change of the clocks within the row, or null. */
  clockChange: 'forward' | 'back' | null;
  /**
   * Whether the child was awake outside the night window. The chart draws it, but no figure counts
   * it.
   */
  hasAwakeOutsideHours: boolean;
  /** Whether the night is not over at `now`. */
  isRunning: boolean;
}

/**
 * Computes the row of the 24-hour sleep chart for one night of one child. The chart follows the
 * sleep diaries of sleep clinics, with one row per day from noon to noon.
 *
 * @param night as `nightOfChild` returns it
 * @param states the folded incidents of that child
 * @param nightEnds where an incident ends that nobody ended
 */
export function sleepRow(
  night: NightFacts,
  states: readonly IncidentState[],
  nightEnds: NightEnds,
  now: Instant,
): SleepRow {
  const { hours } = nightEnds;
  const endOf = (state: IncidentState) => state.resolution?.at ?? knownUntil(state, nightEnds, now);
  const { start, end } = nightSpan(night.night, hours);
  const knownSpan = { from: start, to: earlierOf(end, now) };
  const touching = states.filter((state) => state.detectedAt < end && endOf(state) >= start);
  const loggedStretches = touching.flatMap((state) =>
    state.stretches.flatMap(({ from, to }) => clip(from, to ?? endOf(state), knownSpan)),
  );
  // `anyChildAwake` is added because after "up for the day" the figures count the child as awake to
  // the end of the night.
  const awake = union([...night.anyChildAwake, ...loggedStretches]);
  const estimated = estimatedInstants(touching, endOf);
  const cries = touching.map(({ detectedAt }) => detectedAt).filter((at) => at >= knownSpan.from && at < knownSpan.to);
  return {
    night: night.night,
    observed: night.observed,
    hours: night.window ? wallSpansOf(night.window, night.night, hours) : [],
    awake: awake.flatMap((stretch) => {
      const spans = wallSpansOf(stretch, night.night, hours);
      return spans.map((span, index) => ({
        ...span,
        isStartEstimated: index === 0 && estimated.has(stretch.from),
        isEndEstimated: index === spans.length - 1 && estimated.has(stretch.to),
      }));
    }),
    cries: cries.map((at) => minuteOnWall(at, night.night, hours)),
    clockChange: clockChangeOf(night.night, hours),
    hasAwakeOutsideHours: awake.some(
      ({ from, to }) => night.window === null || from < night.window.from || to > night.window.to,
    ),
    isRunning: night.window?.to === now,
  };
}

const clip = (from: Instant, to: Instant, within: Interval): Interval[] => {
  const inside = intersect({ from, to }, within);
  return inside ? [inside] : [];
};

/** Returns the beginnings and ends that are estimated, and where stretches without an end stop. */
function estimatedInstants(
  states: readonly IncidentState[],
  endOf: (state: IncidentState) => Instant,
): ReadonlySet<Instant> {
  const estimatedAt = states.flatMap(({ entries }) =>
    entries.filter(({ kind, estimated }) => estimated && EDGES.has(kind)).map(({ at }) => at),
  );
  return new Set([...estimatedAt, ...states.filter(({ isOpen }) => isOpen).map(endOf)]);
}

const EDGES: ReadonlySet<string> = new Set(['detected', 'reopened', 'resolved']);
