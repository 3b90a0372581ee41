import { type NightWindow, nightWindow } from '@/domain/night';
import type { NightRow } from '@/domain/rows/others';
import type { HouseholdLog } from '@/domain/rows/tables';
import type { Day, Instant } from '@/lib/time';
import { addDays } from '@/lib/zone';
import { firstAtLeast } from './percentiles';

/* Where the nights of a range lie, and which of them a stretch of time touches. */

export interface NightRange {
  /** Nights by the day of their evening, both included. */
  from: Day;
  to: Day;
}

/** A night's place in time, before anything is known of it. */
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
 * Finds the nights that a stretch of time touches without looking at all of them. Windows follow each other, but a logged
 * bedtime may be anything, so their ends are looked up by the latest so far.
 */
export function createPlanFinder(plans: readonly NightPlan[]): (from: Instant, to: Instant) => readonly NightPlan[] {
  const byStart = [...plans].sort((a, b) => a.fullWindow.start - b.fullWindow.start);
  let latest = Number.NEGATIVE_INFINITY;
  const latestEnds = byStart.map(({ fullWindow }) => {
    latest = Math.max(latest, fullWindow.end);
    return latest;
  });
  return (from, to) => {
    const first = firstAtLeast(latestEnds, from);
    let past = first;
    while ((byStart[past]?.fullWindow.start ?? Number.POSITIVE_INFINITY) <= to) past += 1;
    return byStart.slice(first, past);
  };
}
