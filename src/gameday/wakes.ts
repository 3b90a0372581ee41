import type { Cause } from '@/domain/rows/incident';
import { addMs, DAY_MS, type Instant, SECOND_MS } from '@/lib/time';
import type { Illness, NightPlan } from './calendar';
import { type NightClock, spanMinute } from './nightClock';
import type { Random } from './random';
import { TEMPERAMENTS } from './temperament';
import type { ChildRole } from './types';

/** A planned cry. */
export interface Wake {
  child: ChildRole;
  at: Instant;
  /** The cause, or null if the simulation of the incident decides it. */
  cause: Cause | null;
  /** Whether this is the diaper at 4:00 that wakes the other child. */
  wakesOther: boolean;
}

/** A child sleeps at least so long before the first cry. */
const FIRST_SLEEP_MINUTES = 40;
/** A cry later than this before the morning would be the morning itself. */
const LAST_BEFORE_MORNING_MINUTES = 12;
/**
 * How many more wake-ups an illness causes, by its night: a cold is long, a laryngitis has one or
 * two terrible nights.
 */
const MORE_WHEN_ILL: Record<Illness['kind'], readonly number[]> = {
  cold: [2, 3, 3, 2, 1.2, 0.6],
  laryngitis: [4, 3.5, 2, 1],
};
/** The least number of wake-ups of each child in a stormy night. */
const STORM_AT_LEAST: Record<ChildRole, number> = { baby: 5, toddler: 1 };
/**
 * The time of the diaper that wakes the other child, and the hours around it without other cries.
 */
const DIAPER = { between: ['03:52', '04:08'], kept: ['02:40', '04:50'] } as const;

interface WakeLimits {
  incidentsPerNight: number;
  /** Minutes since midnight of the night's day, as in {@link spanMinute}. */
  bedtime: number;
  morning: number;
  clock: NightClock;
}

/**
 * Returns the planned cries of one night. The simulation may later delay them or bring them
 * forward.
 */
export function planWakes(plan: NightPlan, random: Random, limits: WakeLimits): Wake[] {
  if (plan.kind === 'quiet' || plan.kind === 'away') return [];
  const parts: ChildRole[] = ['baby', 'toddler'];
  const wakes = parts.flatMap((child): Wake[] => {
    const drawn = random.count(meanOf(child, plan, limits.incidentsPerNight));
    const count = plan.kind === 'storm' ? Math.max(drawn, STORM_AT_LEAST[child]) : drawn;
    return Array.from({ length: count }, () => {
      const minute = minuteOf(child, random, limits);
      const at = addMs(limits.clock.at(minute), random.integer(0, 59) * SECOND_MS);
      return { child, at, cause: null, wakesOther: false };
    });
  });
  if (plan.kind !== 'storm') return wakes;
  const [from, to] = [limits.clock.time(DIAPER.kept[0]), limits.clock.time(DIAPER.kept[1])];
  const others = wakes.filter(({ at }) => at < from || at > to);
  const at = limits.clock.between(random, DIAPER.between);
  return [...others, { child: 'baby', at, cause: 'diaper', wakesOther: true }];
}

function meanOf(child: ChildRole, { progress, illness, night }: NightPlan, incidentsPerNight: number): number {
  const { share, trend } = TEMPERAMENTS[child];
  const usual = incidentsPerNight * share * (1 + trend - 2 * trend * progress);
  if (illness?.child !== child) return usual;
  const days = Math.round((Date.parse(night) - Date.parse(illness.startDay)) / DAY_MS);
  return usual + (MORE_WHEN_ILL[illness.kind][days] ?? 0);
}

function minuteOf(child: ChildRole, random: Random, { bedtime, morning }: WakeLimits): number {
  const [from, to] = [bedtime + FIRST_SLEEP_MINUTES, morning - LAST_BEFORE_MORNING_MINUTES];
  const { usualHours } = TEMPERAMENTS[child];
  const often = 0.75;
  if (usualHours && random.chance(often)) return random.integer(spanMinute(usualHours[0]), spanMinute(usualHours[1]));
  return random.integer(from, to);
}

/** The least time until the same child cries again: sooner would be the same incident. */
const SAME_CHILD_GAP_MINUTES = [12, 25] as const;
/** The time until a child wakes again when the sleep did not hold. */
const AGAIN_AFTER_MINUTES = [16, 55] as const;

export const gapMinutes = (random: Random): number => random.integer(...SAME_CHILD_GAP_MINUTES);
export const againMinutes = (random: Random): number => random.integer(...AGAIN_AFTER_MINUTES);
