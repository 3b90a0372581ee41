import { nightWindow } from '@/domain/night';
import type { Child } from '@/domain/rows/household';
import type { HouseholdLog } from '@/domain/rows/tables';
import { DAY_MS, type Day, type Instant, type Interval } from '@/lib/time';
import { addDays } from '@/lib/zone';
import { computeNightFacts, isObserved, type NightFacts, type Scope, scopeOf } from '@/metrics/nightFacts';
import type { NightRange } from '@/metrics/nightPlans';
import { type HalfHours, halfHoursOf } from './halfHours';

/**
 * Three unlogged nights at the grandparents’ do not end a pattern. After a longer gap, nobody
 * knows what happened in between, so the search begins after the gap.
 */
const MAX_GAP_NIGHTS = 3;

/** A logged night that is over, with the wake-ups of one child. */
export interface ChildNight {
  night: Day;
  /** The number of nights from this night to the last night of the range that is over. */
  ago: number;
  window: Interval;
  halfHours: HalfHours;
  /** The instants of the counted cries, in ascending order. */
  cries: readonly Instant[];
  /** Whether the last cry ended in "up for the day". */
  upForDay: boolean;
}

/**
 * Returns, for each child, the nights in which patterns are searched: logged nights that are over,
 * back to the last long gap. A running night is left out, because a cry that has not come yet may
 * still come. Archived children are left out.
 */
export function readChildNights(
  log: HouseholdLog,
  range: NightRange,
  now: Instant,
): { child: Child; nights: ChildNight[] }[] {
  const scope = scopeOf(log, range, now);
  const finishedNights = [...computeNightFacts(log, scope)].filter((night) => isOver(night, scope));
  const lastNight = finishedNights.at(-1)?.night;
  if (lastNight === undefined) return [];
  const observed = afterLastLongGap(finishedNights.filter(isObserved), lastNight).map((night) => ({
    night,
    ago: nightsBetween(night.night, lastNight),
    halfHours: halfHoursOf(night.window, scope.household),
  }));
  return scope.children
    .filter(({ archived }) => !archived)
    .map((child) => ({
      child,
      nights: observed
        // Nights before the birth were quiet, too, but they say nothing about the child.
        .filter(({ night }) => child.birthDate === null || night.night >= child.birthDate)
        .map(({ night: { night, window, counted }, ago, halfHours }) => {
          const childIncidents = counted.filter(({ incident }) => incident.childId === child.id);
          const upForDay = childIncidents.at(-1)?.resolution?.outcome === 'upForDay';
          return { night, ago, window, halfHours, cries: childIncidents.map(({ detected }) => detected.at), upForDay };
        }),
    }));
}

const isOver = ({ night, row }: NightFacts, { household, now }: Scope): boolean =>
  nightWindow(night, household, row).end <= now;

const nightsBetween = (from: Day, to: Day): number => (Date.parse(to) - Date.parse(from)) / DAY_MS;

/** Returns the nights after the last gap that was too long; empty if that gap lasts until now. */
function afterLastLongGap<Night extends { night: Day }>(observed: readonly Night[], lastNight: Day): Night[] {
  let nextNight = addDays(lastNight, 1);
  // The index of the last night before the gap; -1 without a long gap.
  const beforeGap = observed.findLastIndex(({ night }) => {
    const unlogged = nightsBetween(night, nextNight) - 1;
    nextNight = night;
    return unlogged > MAX_GAP_NIGHTS;
  });
  return observed.slice(beforeGap + 1);
}
