import type { Nap } from '@/domain/rows/others';
import { addMs, MINUTE_MS } from '@/lib/time';
import { addDays } from '@/lib/zone';
import { nightClock } from './nightClock';
import { createRandom } from './random';
import type { SimulatedNight } from './simulateNight';
import type { SimulationContext } from './simulationContext';
import type { CaregiverRole } from './types';

/** A night with at least this many incidents may lead to a nap. A stormy night always does. */
const BAD_NIGHT = 4;
const NAP_TAKEN = 0.35;
const WHO = [
  ['mother', 3],
  ['partner', 2],
] as const satisfies readonly (readonly [CaregiverRole, number])[];
const NAP_MINUTES = [20, 95] as const;

/**
 * Returns the naps in the afternoons after bad nights, oldest first. The afternoon after the last
 * night is still in the future.
 */
export function napsOf(
  seed: number,
  nights: readonly SimulatedNight[],
  { timeZone, ids, family }: SimulationContext,
): Nap[] {
  const random = createRandom(seed, 'naps');
  const lastDay = nights.at(-1)?.plan.night;
  return nights.flatMap(({ plan, incidents }): Nap[] => {
    const day = addDays(plan.night, 1);
    const isNapTaken = random.chance(plan.kind === 'storm' ? 1 : NAP_TAKEN);
    if (lastDay === undefined || day > lastDay || incidents.length < BAD_NIGHT || !isNapTaken) return [];
    const startedAt = nightClock(day, timeZone).between(random, ['12:50', '15:00']);
    const endedAt = addMs(startedAt, random.integer(...NAP_MINUTES) * MINUTE_MS);
    const { id } = family.caregivers[random.weighted(WHO)];
    return [{ id: ids.uuid(), updatedAt: endedAt, deletedAt: null, caregiverId: id, startedAt, endedAt }];
  });
}
