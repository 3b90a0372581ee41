import { onCallOf } from '@/domain/rota';
import type { Household, Shift } from '@/domain/rows/household';
import { type Day, type Instant, MINUTE_MS } from '@/lib/time';
import { longestQuietMs } from './availability';
import { totalMs } from './intervals';
import type { NightFacts } from './nightFacts';
import { share } from './percentiles';

/**
 * The figures of one night. `downtime` and `longestStretch` are minutes, and `availability` is a
 * share from 0 to 1. The three are null when nobody logged anything.
 */
export interface NightFigures {
  night: Day;
  observed: boolean;
  windowStart: Instant;
  /** Cut at `now`; equal to `windowStart` if the night has not begun. */
  windowEnd: Instant;
  counted: number;
  falseAlarms: number;
  downtime: number | null;
  availability: number | null;
  longestStretch: number | null;
  onCall: Shift | null;
}

/**
 * Returns the figures of one night, observed or not: every night of a range is listed. Source:
 * metrics.md, `nights[]`.
 */
export function nightFigures(night: NightFacts, household: Household): NightFigures {
  const { window, observed, anyChildAwake } = night;
  const common = {
    night: night.night,
    observed,
    windowStart: night.startsAt,
    windowEnd: window?.to ?? night.startsAt,
    counted: night.counted.length,
    falseAlarms: night.falseAlarms.length,
  };
  const onCall = onCallOf(night, household);
  if (!window || !observed) return { ...common, downtime: null, availability: null, longestStretch: null, onCall };
  const [awakeMs, windowMs] = [totalMs(anyChildAwake), totalMs([window])];
  return {
    ...common,
    downtime: awakeMs / MINUTE_MS,
    availability: share(windowMs - awakeMs, windowMs),
    longestStretch: longestQuietMs(anyChildAwake, window) / MINUTE_MS,
    onCall,
  };
}
