import { onCallOf } from '@/domain/rota';
import type { Household, Shift } from '@/domain/rows/household';
import { type Day, type Instant, MINUTE_MS } from '@/lib/time';
import { longestQuietMs } from './availability';
import { totalMs } from './intervals';
import type { NightFacts } from './nightFacts';
import { share } from './percentiles';

/** A night by itself. `downtime` and `longestStretch` in minutes, `availability` 0 to 1; the three are null where nobody logged anything. */
export interface NightFigures {
  night: Day;
  observed: boolean;
  windowStart: Instant;
  /** Cut at `now`; the start's own instant for a night that has not begun. */
  windowEnd: Instant;
  counted: number;
  falseAlarms: number;
  downtime: number | null;
  availability: number | null;
  longestStretch: number | null;
  onCall: Shift | null;
}

/** The one figure that knows of nights nobody logged, too. Source: metrics.md, `nights[]`. */
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
  const [downMs, wholeMs] = [totalMs(anyChildAwake), totalMs([window])];
  return {
    ...common,
    downtime: downMs / MINUTE_MS,
    availability: share(wholeMs - downMs, wholeMs),
    longestStretch: longestQuietMs(anyChildAwake, window) / MINUTE_MS,
    onCall,
  };
}
