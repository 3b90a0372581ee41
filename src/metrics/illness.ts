import { coversDay } from '@/domain/health/episode';
import type { Episode } from '@/domain/rows/others';
import type { Day } from '@/lib/time';
import type { MetricAccumulator } from './metricAccumulator';
import type { Scope } from './nightFacts';
import { share } from './percentiles';

/** Counted incidents per observed night of a child; null where there is no such night. */
export interface Illness {
  /** Nights whose day lies in an episode of that child. */
  during: number | null;
  outside: number | null;
}

/**
 * What an illness does to the nights. An episode runs from its first day to its last, both included; one without an end to the range's end.
 * It compares nights, it says nothing of causes. Source: metrics.md, `illness`.
 *
 * @example one child, three observed nights, ill in the last: 1, 2 and 4 incidents → during 4, outside 1.5
 */
export function illness(scope: Scope, episodes: readonly Episode[]): MetricAccumulator<Illness> {
  const own = illnessesOf(scope, episodes);
  const during = { incidents: 0, nights: 0 };
  const outside = { incidents: 0, nights: 0 };
  return {
    add({ night, counted }) {
      for (const child of own) {
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

/** Each child, and whether a night's day lies in an illness of theirs. */
export function illnessesOf({ children }: Scope, episodes: readonly Episode[]) {
  const live = episodes.filter(({ deletedAt }) => deletedAt === null);
  return children.map(({ id }) => {
    const own = live.filter(({ childId }) => childId === id);
    return { id, isIll: (night: Day) => own.some((episode) => coversDay(episode, night)) };
  });
}
