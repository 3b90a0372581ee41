import { MINUTE_MS } from '@/lib/time';
import { totalMs } from './intervals';
import type { MetricAccumulator } from './metricAccumulator';
import type { Scope } from './nightFacts';

/**
 * The downtime that the objective of a household allows. All values but the two shares are minutes.
 */
export interface ErrorBudget {
  /** The household's objective of availability, 0 to 1. */
  objective: number;
  /** Null when no night was observed, as `spent` is: there was nothing to grant or to spend. */
  budget: number | null;
  spent: number | null;
  /**
   * The share of the budget that is left: negative once the budget is overspent, null without a
   * budget.
   */
  remaining: number | null;
}

/**
 * Returns the downtime that the objective allows over the observed nights, and the part that is
 * spent. The term is Google SRE's. Unlike there, a spent budget freezes nothing.
 * Source: metrics.md, `errorBudget`.
 *
 * @example objective 0.9 in a night of 660 minutes: budget 66; 30.4167 awake: remaining 1 −
 * 30.4167 ÷ 66 = 0.539
 */
export function errorBudget({ household }: Scope): MetricAccumulator<ErrorBudget> {
  const objective = household.objectives.availability;
  let [windowMs, awakeMs, observedNights] = [0, 0, 0];
  return {
    add({ window, anyChildAwake }) {
      observedNights += 1;
      windowMs += window.to - window.from;
      awakeMs += totalMs(anyChildAwake);
    },
    value() {
      if (observedNights === 0) return { objective, budget: null, spent: null, remaining: null };
      const budget = ((1 - objective) * windowMs) / MINUTE_MS;
      const spent = awakeMs / MINUTE_MS;
      return { objective, budget, spent, remaining: budget === 0 ? null : 1 - spent / budget };
    },
  };
}
