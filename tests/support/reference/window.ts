import type { NightRow } from '@/domain/rows/others';
import type { HouseholdLog } from '@/domain/rows/tables';
import type { Day, Instant } from '@/lib/time';
import { daysLater, daysOf, NOON, wallDay, wallInstant } from './wallClock';

/* When a night begins and ends, following "Nights" in metrics.md. */

export interface ReferenceWindow {
  start: Instant;
  end: Instant;
}

export const rowOf = (log: HouseholdLog, night: Day): NightRow | null =>
  log.nights.find(({ id, deletedAt }) => id === night && deletedAt === null) ?? null;

/** Returns the window of a night, also of the time before anybody logged anything. */
function wholeWindowOf(log: HouseholdLog, night: Day): ReferenceWindow {
  const { nightStart, nightEnd, timeZone } = log.household;
  const row = rowOf(log, night);
  const start = wallInstant(night, nightStart, timeZone);
  const end = wallInstant(nightEnd > nightStart ? night : daysLater(night, 1), nightEnd, timeZone);
  const loggedWindow = { start: row?.bedtimeAt ?? start, end: row?.morningAt ?? end };
  return loggedWindow.start < loggedWindow.end ? loggedWindow : { start, end };
}

/** Returns the window of a night; the night in which the household was made begins with it. */
export function windowOf(log: HouseholdLog, night: Day): ReferenceWindow {
  const window = wholeWindowOf(log, night);
  const { since, timeZone } = log.household;
  if (since === null || since <= window.start) return window;
  const noon = wallInstant(night, NOON, timeZone);
  const nextNoon = wallInstant(daysLater(night, 1), NOON, timeZone);
  // Hours that reach past noon hold instants that the next day's noon does not part from them.
  const liesInNight = (since >= noon && since < nextNoon) || since < window.end;
  if (!liesInNight) return window;
  const hasBedtime = (rowOf(log, night)?.bedtimeAt ?? null) !== null;
  const isAnyDetectedBefore = log.incidents.some(({ deletedAt, timeline }) =>
    timeline.some(
      (entry) =>
        deletedAt === null &&
        entry.kind === 'detected' &&
        entry.deletedAt === null &&
        entry.at >= window.start &&
        entry.at < window.end &&
        entry.at < since,
    ),
  );
  return hasBedtime || isAnyDetectedBefore ? window : { start: since, end: window.end };
}

/** Returns the end of the first window that ends after an instant. */
export function firstWindowEndAfter(log: HouseholdLog, at: Instant): Instant {
  const day = wallDay(at, log.household.timeZone);
  const ends = daysOf(daysLater(day, -3), daysLater(day, 3)).map((night) => wholeWindowOf(log, night).end);
  return Math.min(...ends.filter((end) => end > at)) as Instant;
}
