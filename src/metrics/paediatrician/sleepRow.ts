import { nightSpan } from '@/domain/night';
import type { IncidentState } from '@/domain/timeline/foldTimeline';
import { type Day, earlierOf, type Instant, type Interval } from '@/lib/time';
import { intersect, union } from '@/metrics/intervals';
import type { NightFacts } from '@/metrics/nightFacts';
import { clockChangeOf, minuteOnWall, type WallSpan, wallSpansOf } from './wallSpan';

/** A stretch in which the child was awake, or a piece of one. */
interface AwakeWallSpan extends WallSpan {
  /** Its beginning or its end is a guess; an end also where it is not over yet. */
  isStartEstimated: boolean;
  isEndEstimated: boolean;
}

/** A night of the 24-hour sleep chart, from noon to noon by the clock on the wall. */
export interface SleepRow {
  night: Day;
  /** Nothing else is known of a night that nobody logged: it is drawn as that, never as sleep. */
  observed: boolean;
  /** The night's hours, cut at now; none before it has begun. */
  hours: readonly WallSpan[];
  /** Also by day, where somebody logged that. */
  awake: readonly AwakeWallSpan[];
  /** When the child began to cry, in minutes as in {@link WallSpan}. */
  cries: readonly number[];
  /** The clock on the wall was changed in it. */
  clockChange: 'forward' | 'back' | null;
  /** Something of it was logged outside its hours: drawn, and in no figure. */
  hasAwakeOutsideHours: boolean;
  /** It was not over by now. */
  isRunning: boolean;
}

/**
 * Lays a night of one child for the 24-hour sleep chart. Source: the sleep diaries of sleep clinics, with a row a day from noon to
 * noon.
 *
 * @param night as `nightOfChild` tells it
 * @param states of that child's incidents
 */
export function sleepRow(
  night: NightFacts,
  states: readonly IncidentState[],
  now: Instant,
  timeZone: string,
): SleepRow {
  const { start, end } = nightSpan(night.night, timeZone);
  const known = { from: start, to: earlierOf(end, now) };
  const here = states.filter(({ detectedAt, resolution }) => detectedAt < end && (resolution?.at ?? now) >= start);
  const logged = here.flatMap(({ stretches }) => stretches.flatMap(({ from, to }) => cut(from, to ?? now, known)));
  // After "up for the day" the figures have the child awake to the night's end.
  const awake = union([...night.anyChildAwake, ...logged]);
  const vague = estimatedInstants(here, now);
  const cries = here.map(({ detectedAt }) => detectedAt).filter((at) => at >= known.from && at < known.to);
  return {
    night: night.night,
    observed: night.observed,
    hours: night.window ? wallSpansOf(night.window, night.night, timeZone) : [],
    awake: awake.flatMap((stretch) => {
      const places = wallSpansOf(stretch, night.night, timeZone);
      return places.map((place, index) => ({
        ...place,
        isStartEstimated: index === 0 && vague.has(stretch.from),
        isEndEstimated: index === places.length - 1 && vague.has(stretch.to),
      }));
    }),
    cries: cries.map((at) => minuteOnWall(at, night.night, timeZone)),
    clockChange: clockChangeOf(night.night, timeZone),
    hasAwakeOutsideHours: awake.some(
      ({ from, to }) => night.window === null || from < night.window.from || to > night.window.to,
    ),
    isRunning: night.window?.to === now,
  };
}

const cut = (from: Instant, to: Instant, within: Interval): Interval[] => {
  const inside = intersect({ from, to }, within);
  return inside ? [inside] : [];
};

/** Beginnings and ends that somebody guessed, and now where a child is still awake. */
function estimatedInstants(states: readonly IncidentState[], now: Instant): ReadonlySet<Instant> {
  const guessed = states.flatMap(({ entries }) =>
    entries.filter(({ kind, estimated }) => estimated && EDGES.has(kind)).map(({ at }) => at),
  );
  return new Set(states.some(({ isOpen }) => isOpen) ? [...guessed, now] : guessed);
}

const EDGES: ReadonlySet<string> = new Set(['detected', 'reopened', 'resolved']);
