import { useMemo } from 'react';
import { useHousehold } from '@/hooks/household';
import { useWords } from '@/i18n/language';
import { DAY_MS, type Instant } from '@/lib/time';
import { wallClockAt } from '@/lib/zone';

const WEEK = 7;
/** From here on nobody counts in days. */
const WEEKS_FROM = 3 * WEEK;

/** How long ago something was, in days of the wall: `yesterday`, `3 days ago`, `5 weeks ago`. */
export function useAge(now: Instant): (at: Instant) => string {
  const { locale } = useWords();
  const { household } = useHousehold();
  return useMemo(() => {
    const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
    const dayAt = (at: Instant) => Date.parse(wallClockAt(at, household.timeZone).day) / DAY_MS;
    return (at) => {
      const days = dayAt(at) - dayAt(now);
      return -days < WEEKS_FROM ? relative.format(days, 'day') : relative.format(Math.ceil(days / WEEK), 'week');
    };
  }, [locale, household.timeZone, now]);
}
