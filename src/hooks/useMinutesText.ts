import type { Format } from '@/i18n/format';
import { useTranslation } from '@/i18n/useTranslation';
import { MINUTE_MS } from '@/lib/time';
import { useHousehold } from './useHousehold';

const HOUR_MINUTES = 60;
const DAY_MINUTES = 24 * HOUR_MINUTES;

/** Minutes that were added up, as people say them: `45 min`, `3 h 20`, `167 h`. */
export function formatMinutes(minutes: number, format: Format, locale: string): string {
  // Nothing at all is no matter of seconds, and a sum of weeks none of days.
  if (minutes === 0) return '0\u00a0min';
  if (minutes >= 2 * DAY_MINUTES)
    return `${new Intl.NumberFormat(locale).format(Math.round(minutes / HOUR_MINUTES))}\u00a0h`;
  // Sums of shares come out a hair too small.
  return format.duration(Math.round(minutes * MINUTE_MS));
}

/** The same as this household reads them. */
export function useMinutesText(): (minutes: number) => string {
  const { locale } = useTranslation();
  const { format } = useHousehold();
  return (minutes) => formatMinutes(minutes, format, locale);
}
