import type { NightFacts } from '@/metrics/nightFacts';

/**
 * Returns a night with the incidents of one child only, for figures that are otherwise computed for
 * the household.
 *
 * Whether the night was logged remains a fact of the household: parents log who wakes, so in a
 * night that was logged for the brother this child slept. `availability.byChild` and `illness`
 * follow the same rule.
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
    awakeSince: new Map([...night.awakeSince].filter(([id]) => id === childId)),
    forgotten: night.forgotten.filter((facts) => facts.childId === childId),
  };
}
