import type { Chore } from '@/domain/rows/others';
import type { Instant } from '@/lib/time';
import { addDays } from '@/lib/zone';
import { nightClock } from './nightClock';
import { createRandom } from './random';
import type { SimulatedNight } from './simulateNight';
import type { SimulationContext } from './simulationContext';

/**
 * The probability that a chore is put off in an evening: about every third day, plus so much for
 * each incident of the night before.
 */
const PUT_OFF = { anyway: 0.22, eachIncident: 0.05 };
/** The share of chores that are paid, and within how many days. The rest is debt. */
const PAID = { share: 0.72, withinDays: 9 };

/**
 * Returns the chores that the household put off, oldest first. The first chore is always paid, and
 * the last one never, if there are two or more.
 */
export function choresOf(seed: number, nights: readonly SimulatedNight[], simulation: SimulationContext): Chore[] {
  const random = createRandom(seed, 'chores');
  const lastDay = nights.at(-1)?.plan.night;
  const putOff = nights.filter(({ plan, incidents }, index) => {
    const incidentsBefore = nights[index - 1]?.incidents.length ?? incidents.length;
    return plan.kind !== 'away' && random.chance(PUT_OFF.anyway + PUT_OFF.eachIncident * incidentsBefore);
  });
  return putOff.flatMap(({ plan: { night } }, index): Chore[] => {
    const chore = random.pick(simulation.words.chores);
    if (!chore || lastDay === undefined) return [];
    const deferredAt = nightClock(night, simulation.timeZone).between(random, ['20:30', '21:50']);
    const isFirst = index === 0;
    const isLast = index === putOff.length - 1 && !isFirst;
    const payDay = addDays(night, isFirst ? 1 : random.integer(1, PAID.withinDays));
    const isPaid = (random.chance(PAID.share) || isFirst) && !isLast && payDay <= lastDay;
    const paidAt: Instant | null = isPaid
      ? nightClock(payDay, simulation.timeZone).between(random, ['13:30', '18:00'])
      : null;
    const { title, effortMinutes } = chore;
    return [
      {
        id: simulation.ids.uuid(),
        updatedAt: paidAt ?? deferredAt,
        deletedAt: null,
        title,
        effortMinutes,
        deferredAt,
        paidAt,
      },
    ];
  });
}
