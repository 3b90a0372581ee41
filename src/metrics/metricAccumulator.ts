import type { ObservedNight } from './nightFacts';

/**
 * A figure that is computed night by night. `add` is called for each observed night in ascending
 * order, and then `value` returns the figure. An accumulator keeps counts and not nights: over ten
 * years of nights, keeping them takes longer than counting.
 */
export interface MetricAccumulator<Value> {
  add(night: ObservedNight): void;
  value(): Value;
}
