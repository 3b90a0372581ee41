import type { ObservedNight } from './nightFacts';

/**
 * A figure in the making: it is told of each observed night, one after the other, the first one first, and then asked.
 * Nothing of a night has to be kept: over ten years of them, keeping takes longer than counting.
 */
export interface MetricAccumulator<Value> {
  add(night: ObservedNight): void;
  value(): Value;
}
