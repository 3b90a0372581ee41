import { type Interval, MINUTE_MS } from '@/lib/time';
import { totalMs } from './intervals';
import { share } from './percentiles';
import type { Reading } from './reading';

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

/** Milliseconds of all observed windows, cut at `now`. */
export const windowMs = ({ observed }: Reading): number => totalMs(observed.map(({ window }) => window));

/** Milliseconds in which any child was awake within them; where two were, it counts once. */
export const downMs = ({ observed }: Reading): number => observed.reduce((sum, { down }) => sum + totalMs(down), 0);

/** Milliseconds of the longest stretch of a window that nothing interrupts. */
export function longestQuietMs(down: readonly Interval[], window: Interval): number {
  let longest = 0;
  let { from } = window;
  for (const stretch of down) {
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
export function availability(reading: Reading): Availability {
  const { observed, children, caregivers } = reading;
  const whole = windowMs(reading);
  const without = (ms: number) => share(whole - ms, whole);
  const sumOf = (pick: (night: (typeof observed)[number]) => readonly Interval[] | undefined) =>
    observed.reduce((sum, night) => sum + totalMs(pick(night) ?? []), 0);
  const longest = observed.map(({ down, window }) => longestQuietMs(down, window) / MINUTE_MS);
  return {
    household: without(downMs(reading)),
    byChild: Object.fromEntries(children.map(({ id }) => [id, without(sumOf((night) => night.downByChild.get(id)))])),
    byCaregiver: Object.fromEntries(
      caregivers.map(({ id }) => [id, without(sumOf((night) => night.awakeByCaregiver.get(id)))]),
    ),
    observedNights: observed.length,
    incidentFreeNights: observed.filter(({ counted }) => counted.length === 0).length,
    longestStretch: {
      best: longest.length === 0 ? null : longest.reduce((best, minutes) => Math.max(best, minutes), 0),
      mean: share(
        longest.reduce((sum, minutes) => sum + minutes, 0),
        longest.length,
      ),
    },
  };
}
