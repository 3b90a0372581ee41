import { useMemo } from 'react';
import { useTranslation } from '@/i18n/useTranslation';
import { HOUR_MS } from '@/lib/time';

/**
 * Returns functions that format an hour (`2 AM`, `02:00`, `2 h`) and a weekday (1 is Monday, 7 is
 * Sunday).
 */
export function useClockText() {
  const { locale, language } = useTranslation();
  return useMemo(() => {
    const { hour12 } = new Intl.DateTimeFormat(locale, { hour: 'numeric' }).resolvedOptions();
    // English writes the minutes with a 24-hour clock, because "02" alone could be any number.
    const minute = hour12 || language === 'fr' ? {} : ({ minute: '2-digit' } as const);
    const hours = new Intl.DateTimeFormat(locale, { timeZone: 'UTC', hour: 'numeric', ...minute });
    const days = {
      short: new Intl.DateTimeFormat(locale, { timeZone: 'UTC', weekday: 'short' }),
      long: new Intl.DateTimeFormat(locale, { timeZone: 'UTC', weekday: 'long' }),
    };
    return {
      formatHour: (hour: number) => hours.format(hour * HOUR_MS),
      // 1 January 2024 was a Monday.
      formatWeekday: (weekday: number, length: 'short' | 'long') => days[length].format(Date.UTC(2024, 0, weekday)),
    };
  }, [locale, language]);
}
