import { useTranslation } from '@/i18n/useTranslation';
import { HOUR_MS, type Instant } from '@/lib/time';
import { findWallTime, wallClockAt } from '@/lib/zone';
import { useHousehold } from './useHousehold';

/** At ten in the morning “not again before 09:00” reads as if it were over, though it is meant for tomorrow. */
const SAME_DAY_MS = 12 * HOUR_MS;

/**
 * When a wait is over, as the wall will show it: `09:10`, with its day if that is another one and more than twelve hours away. In the hour
 * that clocks go back over, the second reading says that it is meant: an hour before, the wall shows the same.
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
