import { coversDay } from '@/domain/health/episode';
import type { Episode } from '@/domain/rows/others';
import type { Day } from '@/lib/time';
import type { MetricAccumulator } from './metricAccumulator';
import type { Scope } from './nightFacts';
import { share } from './percentiles';

/** Counted incidents per child and observed night; null when there is no such night. */
export interface Illness {
  /** In nights whose evening lies in an episode of that child. */
  during: number | null;
  outside: number | null;
}

/**
 * Returns how often children wake in nights with an illness and in other nights. An episode runs
 * from its first day to its last, both included. An episode without an end runs to the end of the
 * range. The figure compares nights and says nothing about causes.
 * Source: metrics.md, `illness`.
 *
 * @example one child, three observed nights, ill in the last: 1, 2 and 4 incidents → during 4,
 * outside 1.5
 */
export function illness(scope: Scope, episodes: readonly Episode[]): MetricAccumulator<Illness> {
  const childIllnesses = illnessesOf(scope, episodes);
  const during = { incidents: 0, nights: 0 };
  const outside = { incidents: 0, nights: 0 };
  return {
    add({ night, counted }) {
      for (const child of childIllnesses) {
        const side = child.isIll(night) ? during : outside;
        side.nights += 1;
        for (const { incident } of counted) if (incident.childId === child.id) side.incidents += 1;
      }
    },
    value: () => ({
      during: share(during.incidents, during.nights),
      outside: share(outside.incidents, outside.nights),
    }),
  };
}

/**
 * Returns, for each child, a function that says whether an illness of that child covers a night.
 */
export function illnessesOf({ children }: Scope, episodes: readonly Episode[]) {
  const liveEpisodes = episodes.filter(({ deletedAt }) => deletedAt === null);
  return children.map(({ id }) => {
    const childEpisodes = liveEpisodes.filter(({ childId }) => childId === id);
    return { id, isIll: (night: Day) => childEpisodes.some((episode) => coversDay(episode, night)) };
  });
}
