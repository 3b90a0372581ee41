import type { Episode } from '@/domain/rows/others';
import type { Day } from '@/lib/time';
import { share } from './percentiles';
import type { Reading } from './reading';

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
export function illness({ observed, children }: Reading, episodes: readonly Episode[]): Illness {
  const live = episodes.filter(({ deletedAt }) => deletedAt === null);
  const during = { incidents: 0, nights: 0 };
  const outside = { incidents: 0, nights: 0 };
  for (const { id } of children) {
    const own = live.filter(({ childId }) => childId === id);
    const isIll = (day: Day) =>
      own.some(({ startDay, endDay }) => startDay <= day && (endDay === null || day <= endDay));
    for (const { night, counted } of observed) {
      const side = isIll(night) ? during : outside;
      side.nights += 1;
      side.incidents += counted.filter(({ incident }) => incident.childId === id).length;
    }
  }
  return { during: share(during.incidents, during.nights), outside: share(outside.incidents, outside.nights) };
}
