import { useWords } from '@/i18n/language';
import { HOUR_MS, type Instant } from '@/lib/time';
import { readWall, wallClockAt } from '@/lib/zone';
import { useHousehold } from './household';

/** At ten in the morning “not again before 09:00” reads as if it were over, though it is meant for tomorrow. */
const SAME_DAY_MS = 12 * HOUR_MS;

/**
 * When a wait is over, as the wall will show it: `09:10`, with its day if that is another one and more than twelve hours away. In the hour
 * that clocks go back over, the second reading says that it is meant: an hour before, the wall shows the same.
 */
export function useUntil(): (until: Instant, now: Instant) => string {
  const { t } = useWords();
  const { household, format } = useHousehold();
  return (until, now) => {
    const { day, time } = wallClockAt(until, household.timeZone);
    const reading = readWall(day, time, household.timeZone);
    const isFar = until - now > SAME_DAY_MS && day !== wallClockAt(now, household.timeZone).day;
    const shown = isFar ? `${format.day(day)}, ${format.time(until)}` : format.time(until);
    return reading.kind === 'twice' && until >= reading.second ? t('tonight.afterChange', { time: shown }) : shown;
  };
}
