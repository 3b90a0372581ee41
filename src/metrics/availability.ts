import { type Interval, MINUTE_MS } from '@/lib/time';
import { totalMs } from './intervals';
import type { MetricAccumulator } from './metricAccumulator';
import type { Scope } from './nightFacts';
import { share } from './percentiles';

/** Shares of the observed night windows, 0 to 1. A share is null when no night was observed. */
export interface Availability {
  /** Share of the time in which no child was awake. */
  household: number | null;
  /** By child id, the share in which that child was not awake. Every child has a key. */
  byChild: Record<string, number | null>;
  /**
   * By caregiver id, the share in which that caregiver was not up for a child. Every caregiver has
   * a key.
   */
  byCaregiver: Record<string, number | null>;
  observedNights: number;
  /** Observed nights in which no incident counts. */
  incidentFreeNights: number;
  /**
   * The longest stretch of a night without a child awake, in minutes: that of the best night, and
   * the mean over all nights. Null when no night was observed.
   */
  longestStretch: { best: number | null; mean: number | null };
}

/**
 * Returns the longest stretch of the window that no interval interrupts, in milliseconds.
 * @param awake sorted and disjoint, within the window
 */
export function longestQuietMs(awake: readonly Interval[], window: Interval): number {
  let longestMs = 0;
  let { from } = window;
  for (const stretch of awake) {
    longestMs = Math.max(longestMs, stretch.from - from);
    from = stretch.to;
  }
  return Math.max(longestMs, window.to - from);
}

/**
 * Returns one minus downtime over window, over the observed nights. False alarms are downtime, too:
 * somebody was awake. This is an SLI of time, and no minute weighs more than another.
 * Source: metrics.md, `availability`.
 *
 * @example 30 min 25 s awake in an observed night from 20:00 to 7:00 → 1 − 30.4167 ÷ 660 =
 * 0.9539
 */
export function availability({ children, caregivers }: Scope): MetricAccumulator<Availability> {
  const awakeMsByChild = new Map(children.map(({ id }) => [id, 0]));
  const awakeMsByCaregiver = new Map(caregivers.map(({ id }) => [id, 0]));
  const longestStretchesMs: number[] = [];
  let [windowMs, awakeMs, incidentFreeNights] = [0, 0, 0];
  const shareWithout = (ms: number) => share(windowMs - ms, windowMs);
  const sharesWithout = (awake: Map<string, number>) =>
    Object.fromEntries([...awake].map(([id, ms]) => [id, shareWithout(ms)]));
  return {
    add(night) {
      const { window, anyChildAwake, counted } = night;
      windowMs += window.to - window.from;
      awakeMs += totalMs(anyChildAwake);
      for (const [id, ms] of awakeMsByChild) awakeMsByChild.set(id, ms + totalMs(night.awakeByChild.get(id) ?? []));
      for (const [id, ms] of awakeMsByCaregiver)
        awakeMsByCaregiver.set(id, ms + totalMs(night.awakeByCaregiver.get(id) ?? []));
      longestStretchesMs.push(longestQuietMs(anyChildAwake, window));
      if (counted.length === 0) incidentFreeNights += 1;
    },
    value() {
      const observedNights = longestStretchesMs.length;
      const sumMs = longestStretchesMs.reduce((total, ms) => total + ms, 0);
      const bestMs = longestStretchesMs.reduce((maxMs, ms) => Math.max(maxMs, ms), 0);
      return {
        household: shareWithout(awakeMs),
        byChild: sharesWithout(awakeMsByChild),
        byCaregiver: sharesWithout(awakeMsByCaregiver),
        observedNights,
        incidentFreeNights,
        longestStretch: {
          best: observedNights === 0 ? null : bestMs / MINUTE_MS,
          mean: share(sumMs / MINUTE_MS, observedNights),
        },
      };
    },
  };
}
