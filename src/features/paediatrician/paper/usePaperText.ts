import { useMemo } from 'react';
import { useHousehold } from '@/hooks/useHousehold';
import { useTranslation } from '@/i18n/useTranslation';
import { type Day, HOUR_MS, MINUTE_MS } from '@/lib/time';

/** Formats for the printed report. An unknown figure (null) is a dash, never a zero. */
export interface PaperText {
  /** Formats minutes as `14 min` or `1 h 47`. */
  formatMinutes(value: number | null): string;
  formatNumber(value: number | null): string;
  /** Formats degrees with one decimal: `38.4`, `38.0`. */
  formatDegrees(value: number): string;
  /** Formats a day as `16 November 2026`. */
  formatLongDay(day: Day): string;
  /** Formats a day as `16 Nov`. */
  formatShortDay(day: Day): string;
  /** Formats an hour of the axis: `02:00`, `2 h` or `2 AM`. */
  formatHour(hour: number): string;
  /** True when times of day are written with AM and PM, which takes more room. */
  isHour12: boolean;
}

const UNKNOWN = '–';

/** Returns the formats of the report, in the language of the app. */
export function usePaperText(): PaperText {
  const { locale, numberLocale, language } = useTranslation();
  const { format } = useHousehold();
  return useMemo(() => {
    const numberFormat = new Intl.NumberFormat(numberLocale, { maximumFractionDigits: 1 });
    const degreesFormat = new Intl.NumberFormat(numberLocale, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
    // A day has no time zone, so it is parsed and formatted in UTC.
    const createDayFormat = (options: Intl.DateTimeFormatOptions) =>
      new Intl.DateTimeFormat(locale, { timeZone: 'UTC', ...options });
    const [longDayFormat, shortDayFormat] = [
      createDayFormat({ dateStyle: 'long' }),
      createDayFormat({ day: 'numeric', month: 'short' }),
    ];
    const { hour12 } = createDayFormat({ hour: 'numeric' }).resolvedOptions();
    const hourFormat = createDayFormat(
      hour12 || language === 'fr' ? { hour: 'numeric' } : { hour: 'numeric', minute: '2-digit' },
    );
    const oneLine = (text: string) => text.replace(/ /g, '\u00a0');
    const formatDuration = (minutes: number) =>
      // Zero is formatted as minutes, not seconds; rounding corrects sums that are slightly too
      // small.
      minutes === 0 ? '0\u00a0min' : format.duration(Math.round(minutes * MINUTE_MS));
    return {
      formatMinutes: (value) => (value === null ? UNKNOWN : formatDuration(value)),
      formatNumber: (value) => (value === null ? UNKNOWN : numberFormat.format(value)),
      formatDegrees: (value) => degreesFormat.format(value),
      formatLongDay: (day) => oneLine(longDayFormat.format(Date.parse(day))),
      formatShortDay: (day) => oneLine(shortDayFormat.format(Date.parse(day))),
      formatHour: (hour) => hourFormat.format((hour % 24) * HOUR_MS),
      isHour12: hour12 === true,
    };
  }, [locale, numberLocale, language, format]);
}
