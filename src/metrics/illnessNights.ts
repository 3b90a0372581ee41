import type { Episode } from '@/domain/rows/others';
import { illnessesOf } from './illness';
import type { MetricAccumulator } from './metricAccumulator';
import type { Scope } from './nightFacts';

/**
 * The number of nights that each side of `illness` is computed from. One night counts once per
 * child: with two children it counts twice.
 */
export interface IllnessNights {
  during: number;
  outside: number;
}

/**
 * Returns the sample sizes of `illness`. Source: metrics.md, `illness`.
 *
 * @example two children, three observed nights, one child ill in the last → during 1, outside 5
 */
export function illnessNights(scope: Scope, episodes: readonly Episode[]): MetricAccumulator<IllnessNights> {
  const illChildren = illnessesOf(scope, episodes);
  const nights: IllnessNights = { during: 0, outside: 0 };
  return {
    add({ night }) {
      for (const { isIll } of illChildren) nights[isIll(night) ? 'during' : 'outside'] += 1;
    },
    value: () => nights,
  };
}
