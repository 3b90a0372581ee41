import { newNightRow } from '@/domain/defaults';
import type { NightRow } from '@/domain/rows/others';
import { addMs, type Instant, laterOf, MINUTE_MS } from '@/lib/time';
import { shiftOf } from './family';
import type { SimulatedIncident } from './simulateIncident';
import type { NightContext } from './simulationContext';

/** Which of the two taps were made in an evening and a morning, of a hundred nights. */
const TAPS_MADE = [
  ['both', 85],
  ['bedtime', 6],
  ['morning', 5],
  ['neither', 4],
] as const;
/** A quiet night is half the time one tap in the morning, and nothing else. */
const ONLY_QUIET_CHANCE = 0.5;

/**
 * What was said of a night as a whole; null where nothing was, which happens only to nights with incidents.
 *
 * @param times when the children were put to bed, and when the night would have ended by itself
 */
export function nightRowOf(
  scene: NightContext,
  told: readonly SimulatedIncident[],
  times: { bedtimeAt: Instant; morningAt: Instant },
): NightRow | null {
  const { random, plan, family, clock } = scene;
  const slept = told.length === 0;
  const onCall = plan.swapped ? shiftOf(scene.primary, family.caregivers, null) : null;
  if (slept && random.chance(ONLY_QUIET_CHANCE))
    return { ...newNightRow(plan.night, scene.reviewAt), quiet: true, onCall };
  const said = slept ? 'both' : random.weighted(TAPS_MADE);
  if (said === 'neither' && onCall === null) return null;
  const bedtimeAt = said === 'both' || said === 'bedtime' ? times.bedtimeAt : null;
  const morningAt = said === 'both' || said === 'morning' ? morningOf(scene, told, times.morningAt) : null;
  const swappedAt = clock.between(random, ['17:30', '19:15']);
  const updatedAt = [bedtimeAt, morningAt].reduce<Instant>(
    (last, at) => (at === null ? last : laterOf(last, at)),
    swappedAt,
  );
  return { ...newNightRow(plan.night, updatedAt), bedtimeAt, morningAt, onCall };
}

/** "Good morning" is said once nobody cries any more, and soon after a child is up for the day. */
function morningOf({ random }: NightContext, told: readonly SimulatedIncident[], planned: Instant): Instant {
  const upAt = told.findLast(({ outcome }) => outcome === 'upForDay')?.endsAt;
  const least = upAt === undefined ? planned : addMs(upAt, random.integer(5, 25) * MINUTE_MS);
  return told.reduce((latest, { endsAt }) => laterOf(latest, addMs(endsAt, MINUTE_MS)), least);
}
