import type { RasterNight } from '@/domain/rasterNight';
import type { Instant, Interval } from '@/lib/time';
import { intersect } from './intervals';
import type { NightFacts } from './nightFacts';

/**
 * Returns one night of the raster as pieces: each stretch in which a child was awake, cut where a
 * caregiver got up or went back to bed.
 *
 * @param caregiverIds in the household's order
 * @example awake 2:43 to 3:03, Mum up from 2:50 → [2:43, 2:50) nobody, [2:50, 3:03) Mum
 */
export function rasterNight(night: NightFacts, caregiverIds: readonly string[]): RasterNight {
  const { window, observed, awakeByChild, awakeByCaregiver, falseAlarms } = night;
  const edges = edgesOf(awakeByCaregiver);
  const pieces = [...awakeByChild].flatMap(([childId, stretches]) =>
    stretches.flatMap((stretch) =>
      cutAt(stretch, edges).map((piece) => ({
        childId,
        ...piece,
        caregiverIds: caregiverIds.filter((id) =>
          awakeByCaregiver.get(id)?.some((awake) => intersect(awake, piece) !== null),
        ),
      })),
    ),
  );
  return {
    night: night.night,
    observed,
    window,
    pieces: pieces.sort((a, b) => a.from - b.from),
    falseAlarms: falseAlarms.map(({ incident, detected }) => ({ childId: incident.childId, at: detected.at })),
  };
}

const edgesOf = (lists: ReadonlyMap<string, readonly Interval[]>): Instant[] =>
  [...lists.values()].flatMap((list) => list.flatMap(({ from, to }) => [from, to])).sort((a, b) => a - b);

/** Cuts an interval at the edges, which are in ascending order and may repeat. */
function cutAt({ from, to }: Interval, edges: readonly Instant[]): Interval[] {
  const cuts = edges.filter((edge, index) => edge > from && edge < to && edge !== edges[index - 1]);
  return [from, ...cuts].map((start, index) => ({ from: start, to: cuts[index] ?? to }));
}
