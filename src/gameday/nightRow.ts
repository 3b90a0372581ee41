import { newNightRow } from '@/domain/defaults';
import type { NightRow } from '@/domain/rows/others';
import { after, type Instant, later, MINUTE_MS } from '@/lib/time';
import { shiftOf } from './cast';
import type { Told } from './incident';
import type { Scene } from './scene';

/** Which of the two taps were made in an evening and a morning, of a hundred nights. */
const SAID = [
  ['both', 85],
  ['bedtime', 6],
  ['morning', 5],
  ['neither', 4],
] as const;
/** A quiet night is half the time one tap in the morning, and nothing else. */
const ONLY_QUIET_SAID = 0.5;

/**
 * What was said of a night as a whole; null where nothing was, which happens only to nights with incidents.
 *
 * @param times when the children were put to bed, and when the night would have ended by itself
 */
export function nightRowOf(
  scene: Scene,
  told: readonly Told[],
  times: { bedtimeAt: Instant; morningAt: Instant },
): NightRow | null {
  const { random, plan, cast, clock } = scene;
  const slept = told.length === 0;
  const onCall = plan.swapped ? shiftOf(scene.primary, cast.caregivers, null) : null;
  if (slept && random.chance(ONLY_QUIET_SAID))
    return { ...newNightRow(plan.night, scene.reviewAt), quiet: true, onCall };
  const said = slept ? 'both' : random.weighted(SAID);
  if (said === 'neither' && onCall === null) return null;
  const bedtimeAt = said === 'both' || said === 'bedtime' ? times.bedtimeAt : null;
  const morningAt = said === 'both' || said === 'morning' ? morningOf(scene, told, times.morningAt) : null;
  const swappedAt = clock.between(random, ['17:30', '19:15']);
  const updatedAt = [bedtimeAt, morningAt].reduce<Instant>(
    (last, at) => (at === null ? last : later(last, at)),
    swappedAt,
  );
  return { ...newNightRow(plan.night, updatedAt), bedtimeAt, morningAt, onCall };
}

/** "Good morning" is said once nobody cries any more, and soon after a child is up for the day. */
function morningOf({ random }: Scene, told: readonly Told[], planned: Instant): Instant {
  const upAt = told.findLast(({ outcome }) => outcome === 'upForDay')?.endsAt;
  const least = upAt === undefined ? planned : after(upAt, random.whole(5, 25) * MINUTE_MS);
  return told.reduce((latest, { endsAt }) => later(latest, after(endsAt, MINUTE_MS)), least);
}
