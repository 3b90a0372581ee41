import { MINUTE_MS } from '@/lib/time';
import { totalMs } from './intervals';
import type { MetricAccumulator } from './metricAccumulator';
import type { Scope } from './nightFacts';

/** The downtime a household grants itself. Minutes, but for the two shares. */
export interface ErrorBudget {
  /** The household's objective of availability, 0 to 1. */
  objective: number;
  budget: number;
  spent: number;
  /** Share of the budget that is left; negative once it is overspent, null where there is no budget. */
  remaining: number | null;
}

/**
 * What the objective leaves to be awake in, over the observed nights, and what of it is gone.
 * Source: metrics.md, `errorBudget`; the term is Google SRE's. Nothing is frozen here when it is spent.
 *
 * @example objective 0.9 in a night of 660 minutes: budget 66; 30.4167 awake: remaining 1 − 30.4167 ÷ 66 = 0.539
 */
export function errorBudget({ household }: Scope): MetricAccumulator<ErrorBudget> {
  const objective = household.objectives.availability;
  let [wholeMs, downMs] = [0, 0];
  return {
    add({ window, anyChildAwake }) {
      wholeMs += window.to - window.from;
      downMs += totalMs(anyChildAwake);
    },
    value() {
      const budget = ((1 - objective) * wholeMs) / MINUTE_MS;
      const spent = downMs / MINUTE_MS;
      return { objective, budget, spent, remaining: budget === 0 ? null : 1 - spent / budget };
    },
  };
}
