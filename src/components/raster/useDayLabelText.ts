import { useMemo } from 'react';
import { useTranslation } from '@/i18n/useTranslation';
import type { Day } from '@/lib/time';
import type { Density } from './layoutRows';

/**
 * Returns a function that formats the label to the left of a row: `Mon 16`, `16 Nov` or `Nov`,
 * depending on how dense the rows are.
 */
export function useDayLabelText(): (night: Day, labels: Density['labels']) => string {
  const { locale } = useTranslation();
  return useMemo(() => {
    const createFormat = (options: Intl.DateTimeFormatOptions) =>
      new Intl.DateTimeFormat(locale, { timeZone: 'UTC', ...options });
    const [weekdayFormat, dayFormat, monthFormat] = [
      createFormat({ weekday: 'short' }),
      createFormat({ day: 'numeric', month: 'short' }),
      createFormat({ month: 'short' }),
    ];
    return (night, labels) => {
      const date = Date.parse(night);
      if (labels === 'month') return monthFormat.format(date);
      if (labels === 'week') return dayFormat.format(date);
      // The order is "Mon 16" also in locales whose own order is "16 Mon".
      return `${weekdayFormat.format(date)} ${Number(night.slice(8))}`;
    };
  }, [locale]);
}
