import type { Day, WallTime } from '@/lib/time';
import type { Episode } from './rows/others';

/*
 * The patterns of the nights, as plain data: `metrics` finds them and the screens put them into
 * words. Neither of these imports the other. docs/metrics.md, "Patterns", says which nights make a
 * pattern, and why.
 */

interface PatternBase {
  childId: string;
  /** The first night in which the pattern holds. */
  from: Day;
  /** The last night in which the pattern holds. */
  to: Day;
  /** How many nights were logged from `from` to `to`, both included. */
  nights: number;
  /** In how many of these nights the pattern holds. */
  matchingNights: number;
  /** How many nights were logged after `to`. */
  nightsSince: number;
  /** Whether the pattern ended with `to`, because it does not hold in the latest nights. */
  isOver: boolean;
}

/** The time from one wake-up to the next is about the same all night long. */
export interface IntervalPattern extends PatternBase {
  kind: 'interval';
  /** The mean time from one wake-up to the next, in minutes. */
  everyMinutes: number;
  /** The standard deviation of that time. */
  stdDevMinutes: number;
  distanceCount: number;
}

/** In most nights there is a wake-up in the same hour on the wall. */
export interface HourPattern extends PatternBase {
  kind: 'hour';
  begins: WallTime;
  ends: WallTime;
}

/** From one night on there are more wake-ups a night than before, or fewer. */
export interface ChangePattern extends PatternBase {
  kind: 'change';
  direction: 'more' | 'fewer';
  /** The mean number of wake-ups a night since `from`. */
  perNight: number;
  /** The mean number of wake-ups a night in the `nightsBefore` nights before `from`. */
  perNightBefore: number;
  nightsBefore: number;
  /**
   * The illness that began shortly before (or, if there are fewer wake-ups since, that ended). It
   * came first; that does not make it the cause.
   */
  illness: { what: 'began' | 'ended'; kind: Episode['kind']; label: string; daysBefore: number } | null;
}

export type Pattern = IntervalPattern | HourPattern | ChangePattern;
