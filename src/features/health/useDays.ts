import { useHousehold } from '@/hooks/household';
import { useWords } from '@/i18n/language';
import { DAY_MS, type Day, type Instant } from '@/lib/time';
import { addDays, wallClockAt } from '@/lib/zone';

interface Days {
  today: Day;
  yesterday: Day;
  /** `Mon 16 Nov`, with its year if that is another one. */
  say(day: Day): string;
  /** `November 2026` */
  month(day: Day): string;
}

/** Days on the household's wall, as seen at `now`. */
export function useDays(now: Instant): Days {
  const { locale } = useWords();
  const { household, format } = useHousehold();
  const today = wallClockAt(now, household.timeZone).day;
  const written = (options: Intl.DateTimeFormatOptions) => (day: Day) =>
    new Intl.DateTimeFormat(locale, { timeZone: 'UTC', ...options }).format(Date.parse(day));
  const withYear = written({ day: 'numeric', month: 'short', year: 'numeric' });
  return {
    today,
    yesterday: addDays(today, -1),
    say: (day) => (day.slice(0, 4) === today.slice(0, 4) ? format.day(day) : withYear(day)),
    month: written({ month: 'long', year: 'numeric' }),
  };
}

/** How many days from the first to the last, both counted. */
export const daysFrom = (first: Day, last: Day): number => (Date.parse(last) - Date.parse(first)) / DAY_MS + 1;
