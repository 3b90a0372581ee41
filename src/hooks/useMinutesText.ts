import type { Format } from '@/i18n/format';
import { useTranslation } from '@/i18n/useTranslation';
import { MINUTE_MS } from '@/lib/time';
import { useHousehold } from './useHousehold';

const HOUR_MINUTES = 60;
const DAY_MINUTES = 24 * HOUR_MINUTES;

/** Formats minutes that were added up: `45 min`, `3 h 20`, `167 h`. */
export function formatMinutes(minutes: number, format: Format, numberLocale: string): string {
  // Zero is shown as minutes and not as seconds, and a sum of weeks is shown as hours and not as
  // days.
  if (minutes === 0) return '0\u00a0min';
  if (minutes >= 2 * DAY_MINUTES)
    return `${new Intl.NumberFormat(numberLocale).format(Math.round(minutes / HOUR_MINUTES))}\u00a0h`;
  // A sum of fractions can be slightly less than a whole minute because of rounding errors.
  return format.duration(Math.round(minutes * MINUTE_MS));
}

/** Returns `formatMinutes` for the language and the locale of this household. */
export function useMinutesText(): (minutes: number) => string {
  const { numberLocale } = useTranslation();
  const { format } = useHousehold();
  return (minutes) => formatMinutes(minutes, format, numberLocale);
}
