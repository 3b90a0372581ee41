import type { NightFacts } from '@/metrics/nightFacts';

/**
 * A night as far as one child is concerned, for the figures that are else made of the household's.
 *
 * Whether it was logged remains a matter of the household: parents log who wakes, so a night that was logged for the brother is one
 * in which this child slept. So it is in `availability.byChild` and `illness`, too.
 */
export function nightOfChild(night: NightFacts, childId: string): NightFacts {
  const isOfChild = ({ incident }: NightFacts['counted'][number]) => incident.childId === childId;
  const awake = night.awakeByChild.get(childId) ?? [];
  return {
    ...night,
    counted: night.counted.filter(isOfChild),
    falseAlarms: night.falseAlarms.filter(isOfChild),
    awakeByChild: new Map([[childId, awake]]),
    anyChildAwake: awake,
  };
}
