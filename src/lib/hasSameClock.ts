import { addMs, DAY_MS, type Instant } from './time';
import { wallClockAt } from './zone';

const WEEK_DAYS = 7;
const YEAR_DAYS = 366;

/**
 * Returns whether clocks of two zones show the same, now and in each week for a year before and
 * after. Two names of one zone do (Asia/Kolkata, which Chromium calls Asia/Calcutta), and so do
 * neighbours.
 */
export function hasSameClock(a: string, b: string, now: Instant): boolean {
  if (a === b) return true;
  for (let days = -YEAR_DAYS; days <= YEAR_DAYS; days += WEEK_DAYS) {
    const at = addMs(now, days * DAY_MS);
    const [onWallA, onWallB] = [wallClockAt(at, a), wallClockAt(at, b)];
    if (onWallA.day !== onWallB.day || onWallA.time !== onWallB.time) return false;
  }
  return true;
}
