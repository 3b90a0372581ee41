import { useTranslation } from '@/i18n/useTranslation';
import { HOUR_MS, type Instant } from '@/lib/time';
import { findWallTime, wallClockAt } from '@/lib/zone';
import { useHousehold } from './useHousehold';

/**
 * At ten in the morning, “not again before 09:00” reads as if the wait were over, although it
 * means tomorrow.
 */
const SAME_DAY_MS = 12 * HOUR_MS;

/**
 * Returns a function that formats the end of a wait as the household's clock will show it: `09:10`,
 * with the day if the end is on another day and more than twelve hours away. If the clocks go back,
 * the same time occurs twice; the text of the second one says so, because the clock shows the same
 * time an hour earlier.
 */
export function useUntilText(): (until: Instant, now: Instant) => string {
  const { t } = useTranslation();
  const { household, format } = useHousehold();
  return (until, now) => {
    const { day, time } = wallClockAt(until, household.timeZone);
    const reading = findWallTime(day, time, household.timeZone);
    const isFar = until - now > SAME_DAY_MS && day !== wallClockAt(now, household.timeZone).day;
    const shown = isFar ? `${format.day(day)}, ${format.time(until)}` : format.time(until);
    return reading.kind === 'twice' && until >= reading.second ? t('tonight.afterClockChange', { time: shown }) : shown;
  };
}
