import { useMemo } from 'react';
import { useHousehold } from '@/hooks/useHousehold';
import { useTranslation } from '@/i18n/useTranslation';
import { DAY_MS, type Instant } from '@/lib/time';
import { wallClockAt } from '@/lib/zone';

const DAYS_PER_WEEK = 7;
/** From three weeks on, the age is given in weeks. */
const MIN_DAYS_FOR_WEEKS = 3 * DAYS_PER_WEEK;

/**
 * Returns a function that formats how many calendar days ago an instant was, by the household's
 * clock: `yesterday`, `3 days ago`, `5 weeks ago`.
 */
export function useAgeText(now: Instant): (at: Instant) => string {
  const { locale } = useTranslation();
  const { household } = useHousehold();
  return useMemo(() => {
    const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
    const dayNumberAt = (at: Instant) => Date.parse(wallClockAt(at, household).day) / DAY_MS;
    return (at) => {
      // Negative for an instant in the past, so rounding up drops the days of an incomplete week.
      const days = dayNumberAt(at) - dayNumberAt(now);
      return -days < MIN_DAYS_FOR_WEEKS
        ? relative.format(days, 'day')
        : relative.format(Math.ceil(days / DAYS_PER_WEEK), 'week');
    };
  }, [locale, household, now]);
}
