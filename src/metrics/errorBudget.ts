import { MINUTE_MS } from '@/lib/time';
import { downMs, windowMs } from './availability';
import type { Reading } from './reading';

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
export function errorBudget(reading: Reading): ErrorBudget {
  const objective = reading.household.objectives.availability;
  const budget = ((1 - objective) * windowMs(reading)) / MINUTE_MS;
  const spent = downMs(reading) / MINUTE_MS;
  return { objective, budget, spent, remaining: budget === 0 ? null : 1 - spent / budget };
}
