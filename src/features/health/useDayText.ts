import { useHousehold } from '@/hooks/useHousehold';
import { useTranslation } from '@/i18n/useTranslation';
import { DAY_MS, type Day, type Instant } from '@/lib/time';
import { addDays, wallClockAt } from '@/lib/zone';

interface DayText {
  today: Day;
  yesterday: Day;
  /** Formats a day as `Mon 16 Nov`, with the year when it is not the current one. */
  formatDay(day: Day): string;
  /** Formats the month of a day as `November 2026`. */
  formatMonth(day: Day): string;
}

/**
 * Returns today and yesterday by the household's clock at `now`, and functions that format a day or
 * month.
 */
export function useDayText(now: Instant): DayText {
  const { locale } = useTranslation();
  const { household, format } = useHousehold();
  const today = wallClockAt(now, household).day;
  // A day has no time zone, so it is parsed and formatted in UTC.
  const createDayFormatter = (options: Intl.DateTimeFormatOptions) => (day: Day) =>
    new Intl.DateTimeFormat(locale, { timeZone: 'UTC', ...options }).format(Date.parse(day));
  const formatDayWithYear = createDayFormatter({ day: 'numeric', month: 'short', year: 'numeric' });
  return {
    today,
    yesterday: addDays(today, -1),
    formatDay: (day) => (day.slice(0, 4) === today.slice(0, 4) ? format.day(day) : formatDayWithYear(day)),
    formatMonth: createDayFormatter({ month: 'long', year: 'numeric' }),
  };
}

/** Returns the number of days from `startDay` to `endDay`, both included. */
export const countDays = (startDay: Day, endDay: Day): number =>
  (Date.parse(endDay) - Date.parse(startDay)) / DAY_MS + 1;
