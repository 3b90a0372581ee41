import { nightWindow } from '@/domain/night';
import type { Child } from '@/domain/rows/household';
import type { HouseholdLog } from '@/domain/rows/tables';
import { DAY_MS, type Day, type Instant, type Interval } from '@/lib/time';
import { addDays } from '@/lib/zone';
import { computeNightFacts, isObserved, type NightFacts, type Scope, scopeOf } from '@/metrics/nightFacts';
import type { NightRange } from '@/metrics/nightPlans';
import { type HalfHours, halfHoursOf } from './halfHours';

/** Three unlogged nights at the grandparents’ end nothing. Of what was in a longer silence nobody knows anything. */
const MAX_GAP_NIGHTS = 3;

/** A logged night that is over, as one child had it. */
export interface ChildNight {
  night: Day;
  /** Nights from it to the last one of the range that is over. */
  ago: number;
  window: Interval;
  halfHours: HalfHours;
  /** The cries that count, in their order. */
  cries: readonly Instant[];
  /** The last of them was the morning. */
  upForDay: boolean;
}

/**
 * The nights that patterns are looked for in, by child: logged ones that are over, back to the last long silence. A running night is
 * none of them: what has not come yet is no sign that it stays away. Children who are archived are left alone.
 */
export function readChildNights(
  log: HouseholdLog,
  range: NightRange,
  now: Instant,
): { child: Child; nights: ChildNight[] }[] {
  const scope = scopeOf(log, range, now);
  const over = [...computeNightFacts(log, scope)].filter((night) => isOver(night, scope));
  const last = over.at(-1)?.night;
  if (last === undefined) return [];
  const observed = afterLastLongGap(over.filter(isObserved), last).map((night) => ({
    night,
    ago: nightsBetween(night.night, last),
    halfHours: halfHoursOf(night.window, scope.household.timeZone),
  }));
  return scope.children
    .filter(({ archived }) => !archived)
    .map((child) => ({
      child,
      nights: observed
        // Before the birth the nights were quiet, too, but not in a way that says anything.
        .filter(({ night }) => child.birthDate === null || night.night >= child.birthDate)
        .map(({ night: { night, window, counted }, ago, halfHours }) => {
          const own = counted.filter(({ incident }) => incident.childId === child.id);
          const upForDay = own.at(-1)?.resolution?.outcome === 'upForDay';
          return { night, ago, window, halfHours, cries: own.map(({ detected }) => detected.at), upForDay };
        }),
    }));
}

const isOver = ({ night, row }: NightFacts, { household, now }: Scope): boolean =>
  nightWindow(night, household, row).end <= now;

const nightsBetween = (from: Day, to: Day): number => (Date.parse(to) - Date.parse(from)) / DAY_MS;

/** Those after the last silence that was too long; none, if it lasts till now. */
function afterLastLongGap<Night extends { night: Day }>(observed: readonly Night[], last: Day): Night[] {
  let next = addDays(last, 1);
  const first = observed.findLastIndex(({ night }) => {
    const unlogged = nightsBetween(night, next) - 1;
    next = night;
    return unlogged > MAX_GAP_NIGHTS;
  });
  return observed.slice(first + 1);
}
