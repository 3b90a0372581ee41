import { useMemo } from 'react';
import { useHousehold } from '@/hooks/useHousehold';
import { useTranslation } from '@/i18n/useTranslation';
import { type Day, HOUR_MS, MINUTE_MS } from '@/lib/time';

/** Figures as they are read on paper. What is not known is a dash, never a zero. */
export interface PaperText {
  /** `14 min`, `1 h 47`: of minutes. */
  formatMinutes(value: number | null): string;
  formatNumber(value: number | null): string;
  /** `38.4`, also where it is 38.0. */
  formatDegrees(value: number): string;
  /** `16 November 2026` */
  formatLongDay(day: Day): string;
  /** `16 Nov` */
  formatShortDay(day: Day): string;
  /** An hour on the axis: `02:00`, `2 h`, `2 AM`. */
  formatHour(hour: number): string;
  /** Whether times of day are the longer ones, with AM and PM. */
  isHour12: boolean;
}

const UNKNOWN = '–';

export function usePaperText(): PaperText {
  const { locale, language } = useTranslation();
  const { format } = useHousehold();
  return useMemo(() => {
    const number = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });
    const degrees = new Intl.NumberFormat(locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
    // A day has no zone: it is read and written in UTC.
    const days = (options: Intl.DateTimeFormatOptions) =>
      new Intl.DateTimeFormat(locale, { timeZone: 'UTC', ...options });
    const [long, short] = [days({ dateStyle: 'long' }), days({ day: 'numeric', month: 'short' })];
    const { hour12 } = days({ hour: 'numeric' }).resolvedOptions();
    const hours = days(hour12 || language === 'fr' ? { hour: 'numeric' } : { hour: 'numeric', minute: '2-digit' });
    const oneLine = (text: string) => text.replace(/ /g, '\u00a0');
    const duration = (minutes: number) =>
      // Nothing at all is no matter of seconds, and sums come out a hair too small.
      minutes === 0 ? '0\u00a0min' : format.duration(Math.round(minutes * MINUTE_MS));
    return {
      formatMinutes: (value) => (value === null ? UNKNOWN : duration(value)),
      formatNumber: (value) => (value === null ? UNKNOWN : number.format(value)),
      formatDegrees: (value) => degrees.format(value),
      formatLongDay: (day) => oneLine(long.format(Date.parse(day))),
      formatShortDay: (day) => oneLine(short.format(Date.parse(day))),
      formatHour: (hour) => hours.format((hour % 24) * HOUR_MS),
      isHour12: hour12 === true,
    };
  }, [locale, language, format]);
}
