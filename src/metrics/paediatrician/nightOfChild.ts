import type { NightReading } from '@/metrics/reading';

/**
 * A night as far as one child is concerned, for the figures that are else made of the household's.
 *
 * Whether it was logged remains a matter of the household: parents log who wakes, so a night that was logged for the brother is one
 * in which this child slept. So it is in `availability.byChild` and `illness`, too.
 */
export function nightOfChild(night: NightReading, childId: string): NightReading {
  const isOfChild = ({ incident }: NightReading['counted'][number]) => incident.childId === childId;
  const down = night.downByChild.get(childId) ?? [];
  return {
    ...night,
    counted: night.counted.filter(isOfChild),
    falseAlarms: night.falseAlarms.filter(isOfChild),
    downByChild: new Map([[childId, down]]),
    down,
  };
}
