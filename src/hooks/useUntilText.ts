import { useTranslation } from '@/i18n/useTranslation';
import { HOUR_MS, type Instant } from '@/lib/time';
import { findWallTime, wallClockAt } from '@/lib/zone';
import { useHousehold } from './useHousehold';

/**
 * A wait that is longer than this is shown with its day if it ends on another day. At ten in the
 * morning, “not again before 09:00” would read as if the wait were over.
 */
const MAX_MS_WITHOUT_DAY = 12 * HOUR_MS;

/**
 * Returns a function that formats the end of a wait as the household's clock will show it: `09:10`,
 * with the day if the end is on another day and more than twelve hours away. If the clocks go back,
 * the same time occurs twice; the text of the second one adds that it is after the clock change.
 */
export function useUntilText(): (until: Instant, now: Instant) => string {
  const { t } = useTranslation();
  const { household, format } = useHousehold();
  return (until, now) => {
    const { day, time } = wallClockAt(until, household);
    const reading = findWallTime(day, time, household);
    const needsDay = until - now > MAX_MS_WITHOUT_DAY && day !== wallClockAt(now, household).day;
    const formattedEnd = needsDay ? `${format.day(day)}, ${format.time(until)}` : format.time(until);
    return reading.kind === 'twice' && until >= reading.second
      ? t('tonight.afterClockChange', { time: formattedEnd })
      : formattedEnd;
  };
}
