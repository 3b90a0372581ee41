import { type NightWindow, nightWindow } from '@/domain/night';
import type { NightRow } from '@/domain/rows/others';
import type { HouseholdLog } from '@/domain/rows/tables';
import type { Day, Instant } from '@/lib/time';
import { addDays } from '@/lib/zone';
import { firstAtLeast } from './percentiles';

/* When the nights of a range begin and end, and which of them an interval touches. */

export interface NightRange {
  /** Nights by the day of their evening, both included. */
  from: Day;
  to: Day;
}

/** The window of one night, before anything is known about what happened in it. */
export interface NightPlan {
  night: Day;
  row: NightRow | null;
  fullWindow: NightWindow;
}

export function planNights(log: HouseholdLog, range: NightRange): NightPlan[] {
  const rows = new Map(log.nights.filter(({ deletedAt }) => deletedAt === null).map((row) => [row.id, row]));
  const plans: NightPlan[] = [];
  for (let night = range.from; night <= range.to; night = addDays(night, 1)) {
    const row = rows.get(night) ?? null;
    plans.push({ night, row, fullWindow: nightWindow(night, log.household, row) });
  }
  return plans;
}

/**
 * Returns a function that finds the nights an interval touches by binary search. Windows are sorted
 * by their starts, but a logged bedtime or morning may be any instant, so the ends are searched by
 * the latest end so far.
 */
export function createPlanFinder(plans: readonly NightPlan[]): (from: Instant, to: Instant) => readonly NightPlan[] {
  const sortedPlans = [...plans].sort((a, b) => a.fullWindow.start - b.fullWindow.start);
  let latestEnd = Number.NEGATIVE_INFINITY;
  const latestEnds = sortedPlans.map(({ fullWindow }) => {
    latestEnd = Math.max(latestEnd, fullWindow.end);
    return latestEnd;
  });
  return (from, to) => {
    const firstIndex = firstAtLeast(latestEnds, from);
    let endIndex = firstIndex;
    while ((sortedPlans[endIndex]?.fullWindow.start ?? Number.POSITIVE_INFINITY) <= to) endIndex += 1;
    return sortedPlans.slice(firstIndex, endIndex);
  };
}
