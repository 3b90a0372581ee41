import type { Episode } from '@/domain/rows/others';
import { illnessesOf } from './illness';
import type { MetricAccumulator } from './metricAccumulator';
import type { Scope } from './nightFacts';

/** How many observed nights of a child stand behind each side of `illness`: two children make two of one night. */
export interface IllnessNights {
  during: number;
  outside: number;
}

/**
 * The n of `illness`. Source: metrics.md, `illness`.
 *
 * @example two children, three observed nights, one child ill in the last → during 1, outside 5
 */
export function illnessNights(scope: Scope, episodes: readonly Episode[]): MetricAccumulator<IllnessNights> {
  const own = illnessesOf(scope, episodes);
  const nights: IllnessNights = { during: 0, outside: 0 };
  return {
    add({ night }) {
      for (const { isIll } of own) nights[isIll(night) ? 'during' : 'outside'] += 1;
    },
    value: () => nights,
  };
}
