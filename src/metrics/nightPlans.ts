import { rowLookup } from '@/domain/forgotten';
import { knownWindow } from '@/domain/knownWindow';
import { isWithin, type NightWindow } from '@/domain/night';
import type { Incident } from '@/domain/rows/incident';
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
  /** Not cut at `now`. It begins with the household in the night in which that was made. */
  fullWindow: NightWindow;
}

export function planNights(log: HouseholdLog, range: NightRange): NightPlan[] {
  const rowOf = rowLookup(log.nights);
  const wasDetectedIn = (span: NightWindow) => log.incidents.some((incident) => isDetectedIn(incident, span));
  const plans: NightPlan[] = [];
  for (let night = range.from; night <= range.to; night = addDays(night, 1)) {
    const row = rowOf(night);
    plans.push({ night, row, fullWindow: knownWindow(night, log.household, row, wasDetectedIn) });
  }
  return plans;
}

function isDetectedIn({ deletedAt, timeline }: Incident, span: NightWindow): boolean {
  const detected = timeline.find((entry) => entry.kind === 'detected' && entry.deletedAt === null);
  return deletedAt === null && detected !== undefined && isWithin(detected.at, span);
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
