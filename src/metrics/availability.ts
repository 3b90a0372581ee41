import { type Interval, MINUTE_MS } from '@/lib/time';
import { totalMs } from './intervals';
import type { MetricAccumulator } from './metricAccumulator';
import type { Scope } from './nightFacts';
import { share } from './percentiles';

/** Shares of the observed windows, 0 to 1; null where no night was observed. */
export interface Availability {
  /** Without any child awake. */
  household: number | null;
  /** Without that child awake; every child. */
  byChild: Record<string, number | null>;
  /** Without that caregiver awake for a child; every caregiver. */
  byCaregiver: Record<string, number | null>;
  observedNights: number;
  /** Observed, and no incident counts in them. */
  incidentFreeNights: number;
  /** Minutes of a night's longest stretch without a child awake: the best night's, and the mean of the nights'. */
  longestStretch: { best: number | null; mean: number | null };
}

/** Milliseconds of the longest stretch of a window that nothing interrupts. */
export function longestQuietMs(awake: readonly Interval[], window: Interval): number {
  let longest = 0;
  let { from } = window;
  for (const stretch of awake) {
    longest = Math.max(longest, stretch.from - from);
    from = stretch.to;
  }
  return Math.max(longest, window.to - from);
}

/**
 * One minus downtime over window, over the observed nights. False alarms are downtime, too: somebody was awake.
 * Source: metrics.md, `availability`. As an SLI of time; nothing is weighed by how bad it was.
 *
 * @example 30 min 25 s awake in an observed night from 20:00 to 7:00 → 1 − 30.4167 ÷ 660 = 0.9539
 */
export function availability({ children, caregivers }: Scope): MetricAccumulator<Availability> {
  const awakeMsByChild = new Map(children.map(({ id }) => [id, 0]));
  const awakeMsByCaregiver = new Map(caregivers.map(({ id }) => [id, 0]));
  const longestMs: number[] = [];
  let [wholeMs, awakeMs, incidentFreeNights] = [0, 0, 0];
  const without = (ms: number) => share(wholeMs - ms, wholeMs);
  const eachWithout = (awake: Map<string, number>) =>
    Object.fromEntries([...awake].map(([id, ms]) => [id, without(ms)]));
  return {
    add(night) {
      const { window, anyChildAwake, counted } = night;
      wholeMs += window.to - window.from;
      awakeMs += totalMs(anyChildAwake);
      for (const [id, ms] of awakeMsByChild) awakeMsByChild.set(id, ms + totalMs(night.awakeByChild.get(id) ?? []));
      for (const [id, ms] of awakeMsByCaregiver)
        awakeMsByCaregiver.set(id, ms + totalMs(night.awakeByCaregiver.get(id) ?? []));
      longestMs.push(longestQuietMs(anyChildAwake, window));
      if (counted.length === 0) incidentFreeNights += 1;
    },
    value() {
      const observedNights = longestMs.length;
      const sum = longestMs.reduce((total, ms) => total + ms, 0);
      const best = longestMs.reduce((most, ms) => Math.max(most, ms), 0);
      return {
        household: without(awakeMs),
        byChild: eachWithout(awakeMsByChild),
        byCaregiver: eachWithout(awakeMsByCaregiver),
        observedNights,
        incidentFreeNights,
        longestStretch: {
          best: observedNights === 0 ? null : best / MINUTE_MS,
          mean: share(sum / MINUTE_MS, observedNights),
        },
      };
    },
  };
}
