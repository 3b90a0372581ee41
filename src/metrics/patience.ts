import { nightSpan } from '@/domain/night';
import type { Nap } from '@/domain/rows/others';
import type { HouseholdLog } from '@/domain/rows/tables';
import { earlierOf, HOUR_MS, type Instant, MINUTE_MS } from '@/lib/time';
import { caregiversAwake } from './caregiversAwake';
import { gaps, intersect, totalMs, union } from './intervals';
import { computeNightFacts, isObserved, type ObservedNight, type Scope, scopeOf } from './nightFacts';
import type { NightRange } from './nightPlans';

/* A playful gauge. No figure may be computed from it. */

const FULL = 100;
const COST_PER_INTERVENTION = 4;
const COST_PER_AWAKE_MINUTE = 0.5;
const MAX_INTERVENTION_COST = 40;
const GAIN_PER_HOUR_OF_SLEEP = 8;
const GAIN_PER_HOUR_OF_NAP = 15;

/** A change of the gauge, at the instant at which its cause was over. */
interface Change {
  at: Instant;
  amount: number;
}

/**
 * Returns the patience of every caregiver at `now`, from 0 to 100, over a range of nights. The
 * gauge begins at 100. An intervention costs 4, plus 0.5 for each minute awake, but at most 40.
 * Each whole uninterrupted hour of sleep in an observed window gives 8. A nap gives 15 per hour, in
 * proportion to its length. The gauge never leaves the bounds 0 and 100 on the way.
 * Source: metrics.md, "Patience".
 *
 * @example awake 2:43 to 3:03 for one intervention → 100 + sleep, held at 100; − (4 + 10) = 86;
 * then up again by 8 an hour
 */
export function patience(log: HouseholdLog, range: NightRange, now: Instant): Record<string, number> {
  const scope = scopeOf(log, range, now);
  const nights = [...computeNightFacts(log, scope)].filter(isObserved);
  return Object.fromEntries(
    scope.caregivers.map(({ id }) => {
      const changes = [
        ...interventionChanges(nights, id),
        ...sleepChanges(nights, id),
        ...napChanges(log.naps, scope, id),
      ];
      // Changes apply in the order of their instants. At the same instant, gains apply before
      // costs.
      changes.sort((a, b) => a.at - b.at || b.amount - a.amount);
      return [id, changes.reduce((level, { amount }) => Math.min(FULL, Math.max(0, level + amount)), FULL)];
    }),
  );
}

function interventionChanges(nights: readonly ObservedNight[], id: string): Change[] {
  const counted = nights.flatMap((night) => night.counted);
  return counted.flatMap((facts) => {
    if (!facts.interventions.some(({ by }) => by === id)) return [];
    const stretches = caregiversAwake(facts.entries, facts.openUntil).filter(({ caregiverId }) => caregiverId === id);
    const minutes = totalMs(union(stretches)) / MINUTE_MS;
    const cost = Math.min(MAX_INTERVENTION_COST, COST_PER_INTERVENTION + COST_PER_AWAKE_MINUTE * minutes);
    return [{ at: facts.resolution?.at ?? facts.openUntil, amount: -cost }];
  });
}

/** An hour of sleep counts at its end. */
function sleepChanges(nights: readonly ObservedNight[], id: string): Change[] {
  return nights.flatMap(({ awakeByCaregiver, window }) =>
    gaps(awakeByCaregiver.get(id) ?? [], window).flatMap(({ from, to }) =>
      Array.from({ length: Math.floor((to - from) / HOUR_MS) }, (_, hour) => ({
        at: (from + (hour + 1) * HOUR_MS) as Instant,
        amount: GAIN_PER_HOUR_OF_SLEEP,
      })),
    ),
  );
}

/** Naps count from noon of the first day of the range to noon after its last night. */
function napChanges(naps: readonly Nap[], { range, household, now }: Scope, id: string): Change[] {
  const { start } = nightSpan(range.from, household);
  const days = { from: start, to: earlierOf(nightSpan(range.to, household).end, now) };
  return naps.flatMap(({ caregiverId, deletedAt, startedAt, endedAt }) => {
    const nap = caregiverId === id && deletedAt === null ? intersect({ from: startedAt, to: endedAt }, days) : null;
    return nap ? [{ at: nap.to, amount: (GAIN_PER_HOUR_OF_NAP * (nap.to - nap.from)) / HOUR_MS }] : [];
  });
}
