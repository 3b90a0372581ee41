import type { Chore } from '@/domain/rows/others';
import type { Instant } from '@/lib/time';
import { addDays } from '@/lib/zone';
import { nightClock } from './nightClock';
import { createRandom } from './random';
import type { SimulatedNight } from './simulateNight';
import type { SimulationContext } from './simulationContext';

/** An evening's chore is put off about every third day, and more readily after a bad night: so much more for each incident. */
const PUT_OFF = { anyway: 0.22, eachIncident: 0.05 };
/** Most are paid within this many days; the rest is debt. */
const PAID = { share: 0.72, withinDays: 9 };

/** What the household put off, oldest first. The first is always paid and the newest never, if there are two. */
export function choresOf(seed: number, nights: readonly SimulatedNight[], house: SimulationContext): Chore[] {
  const random = createRandom(seed, 'chores');
  const lastDay = nights.at(-1)?.plan.night;
  const putOff = nights.filter(({ plan, incidents }, index) => {
    const before = nights[index - 1]?.incidents.length ?? incidents.length;
    return plan.kind !== 'away' && random.chance(PUT_OFF.anyway + PUT_OFF.eachIncident * before);
  });
  return putOff.flatMap(({ plan: { night } }, index): Chore[] => {
    const chore = random.pick(house.words.chores);
    if (!chore || lastDay === undefined) return [];
    const deferredAt = nightClock(night, house.timeZone).between(random, ['20:30', '21:50']);
    const first = index === 0;
    const newest = index === putOff.length - 1 && !first;
    const payDay = addDays(night, first ? 1 : random.integer(1, PAID.withinDays));
    const pays = (random.chance(PAID.share) || first) && !newest && payDay <= lastDay;
    const paidAt: Instant | null = pays ? nightClock(payDay, house.timeZone).between(random, ['13:30', '18:00']) : null;
    const { title, effortMinutes } = chore;
    return [
      {
        id: house.ids.uuid(),
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
