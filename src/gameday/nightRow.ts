import { newNightRow } from '@/domain/defaults';
import type { NightRow } from '@/domain/rows/others';
import { addMs, type Instant, laterOf, MINUTE_MS } from '@/lib/time';
import { shiftOf } from './family';
import type { SimulatedIncident } from './simulateIncident';
import type { NightContext } from './simulationContext';

/** How many of a hundred nights have both taps, one of them, or neither. */
const TAPS_MADE = [
  ['both', 85],
  ['bedtime', 6],
  ['morning', 5],
  ['neither', 4],
] as const;
/** Half of the quiet nights have only the tap "quiet" in the morning. */
const ONLY_QUIET_CHANCE = 0.5;

/**
 * Returns the row of a night; null when nobody logged anything about the night as a whole, which
 * happens only in nights with incidents.
 *
 * @param times the planned bedtime, and the planned end of the night
 */
export function nightRowOf(
  context: NightContext,
  incidents: readonly SimulatedIncident[],
  times: { bedtimeAt: Instant; morningAt: Instant },
): NightRow | null {
  const { random, plan, family, clock } = context;
  const wasQuiet = incidents.length === 0;
  const onCall = plan.swapped ? shiftOf(context.primary, family.caregivers, null) : null;
  if (wasQuiet && random.chance(ONLY_QUIET_CHANCE))
    return { ...newNightRow(plan.night, context.reviewAt), quiet: true, onCall };
  const taps = wasQuiet ? 'both' : random.weighted(TAPS_MADE);
  if (taps === 'neither' && onCall === null) return null;
  const bedtimeAt = taps === 'both' || taps === 'bedtime' ? times.bedtimeAt : null;
  const morningAt = taps === 'both' || taps === 'morning' ? morningOf(context, incidents, times.morningAt) : null;
  const swappedAt = clock.between(random, ['17:30', '19:15']);
  const updatedAt = [bedtimeAt, morningAt].reduce<Instant>(
    (last, at) => (at === null ? last : laterOf(last, at)),
    swappedAt,
  );
  return { ...newNightRow(plan.night, updatedAt), bedtimeAt, morningAt, onCall };
}

/** "Good morning" comes after the last cry, and soon after a child is up for the day. */
function morningOf({ random }: NightContext, incidents: readonly SimulatedIncident[], planned: Instant): Instant {
  const upAt = incidents.findLast(({ outcome }) => outcome === 'upForDay')?.endsAt;
  const earliest = upAt === undefined ? planned : addMs(upAt, random.integer(5, 25) * MINUTE_MS);
  return incidents.reduce((latest, { endsAt }) => laterOf(latest, addMs(endsAt, MINUTE_MS)), earliest);
}
