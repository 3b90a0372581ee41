import { useMemo } from 'react';
import { useHousehold } from '@/hooks/household';
import { useWords } from '@/i18n/language';
import { type Day, HOUR_MS, MINUTE_MS } from '@/lib/time';

/** Figures as they are read on paper. What is not known is a dash, never a zero. */
export interface PaperWords {
  /** `14 min`, `1 h 47`: of minutes. */
  minutes(value: number | null): string;
  number(value: number | null): string;
  /** `38.4`, also where it is 38.0. */
  degrees(value: number): string;
  /** `16 November 2026` */
  longDay(day: Day): string;
  /** `16 Nov` */
  shortDay(day: Day): string;
  /** An hour on the axis: `02:00`, `2 h`, `2 AM`. */
  hour(hour: number): string;
  /** Whether times of day are the longer ones, with AM and PM. */
  hour12: boolean;
}

const UNKNOWN = '–';

export function usePaperWords(): PaperWords {
  const { locale, language } = useWords();
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
      minutes: (value) => (value === null ? UNKNOWN : duration(value)),
      number: (value) => (value === null ? UNKNOWN : number.format(value)),
      degrees: (value) => degrees.format(value),
      longDay: (day) => oneLine(long.format(Date.parse(day))),
      shortDay: (day) => oneLine(short.format(Date.parse(day))),
      hour: (hour) => hours.format((hour % 24) * HOUR_MS),
      hour12: hour12 === true,
    };
  }, [locale, language, format]);
}
