import { type Day, earlierOf, type Instant } from '@/lib/time';
import { isWithin, type NightHours, type NightWindow, nightOf, nightWindow } from './night';
import type { Household } from './rows/household';
import type { NightRow } from './rows/others';

/** What of the household decides when a night begins to be known. */
export type KnownHours = NightHours & Pick<Household, 'since'>;

/**
 * Returns the part of a night's window that anybody can know of. In the night in which the
 * household was made, that is the part from `since` on: nobody knows how the evening was before
 * there was a log. It is the whole window if `since` is not known, if a bedtime was logged, or if
 * somebody logged a wake-up of the time before.
 *
 * Everything that is said, drawn or counted of a night goes by this window: the figures, Tonight,
 * the list of nights and every strip. What decides whether it is night goes by `nightWindow`.
 *
 * If the household was made after that night's window, the result begins after its own end: such a
 * night is in no figure.
 *
 * Source: metrics.md, "Nights".
 *
 * @param row the night's row, or null if there is none
 * @param wasDetectedIn returns whether an incident was detected in `[start, end)`
 * @example hours 20:00 to 07:00, household made at 01:00 → [01:00, 07:00)
 */
export function knownWindow(
  night: Day,
  hours: KnownHours,
  row: Pick<NightRow, 'bedtimeAt' | 'morningAt'> | null,
  wasDetectedIn: (span: NightWindow) => boolean,
): NightWindow {
  const window = nightWindow(night, hours, row);
  const { since } = hours;
  if (since === null || since <= window.start) return window;
  if (nightOf(since, hours) !== night && !isWithin(since, window)) return window;
  const isBeginningLogged = row !== null && row.bedtimeAt !== null;
  const before = { start: window.start, end: earlierOf(since, window.end) };
  return isBeginningLogged || wasDetectedIn(before) ? window : { start: since, end: window.end };
}

/** Returns a function that tells whether any of some instants lies in a window. */
export const detectionIn =
  (detectedAt: readonly Instant[]) =>
  (window: NightWindow): boolean =>
    detectedAt.some((at) => isWithin(at, window));
