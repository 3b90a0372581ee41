import type { Day, WallTime } from '@/lib/time';
import type { Episode } from './rows/others';

/*
 * What recurs in the nights: plain numbers, found by metrics and put into words by components, which do not know each other.
 * Which nights make one, and why, is in docs/metrics.md, "Patterns".
 */

interface PatternBase {
  childId: string;
  /** The first and the last night in which it was so. */
  from: Day;
  to: Day;
  /** Logged nights from `from` to `to`, both included. */
  nights: number;
  /** Of those, the ones in which it was so. */
  matchingNights: number;
  /** Logged nights after `to`. */
  nightsSince: number;
  /** It was not so in the last nights: it stopped with `to`. Otherwise it is taken to go on. */
  isOver: boolean;
}

/** From one cry to the next, about the same time all night long. */
export interface IntervalPattern extends PatternBase {
  kind: 'interval';
  /** Mean of the distances, from cry to cry, in minutes; and their standard deviation. */
  everyMinutes: number;
  stdDevMinutes: number;
  distanceCount: number;
}

/** A wake-up in the same hour on the wall in most nights. */
export interface HourPattern extends PatternBase {
  kind: 'hour';
  begins: WallTime;
  ends: WallTime;
}

/** From one night on more wake-ups a night than before, or fewer. */
export interface ChangePattern extends PatternBase {
  kind: 'change';
  direction: 'more' | 'fewer';
  /** Mean of the wake-ups a night, since `from` and before it. */
  perNight: number;
  perNightBefore: number;
  nightsBefore: number;
  /** The illness that began (or ended, where it is fewer since) shortly before: what came first, not why. */
  illness: { what: 'began' | 'ended'; kind: Episode['kind']; label: string; daysBefore: number } | null;
}

export type Pattern = IntervalPattern | HourPattern | ChangePattern;
