import { useMemo } from 'react';
import { useHousehold } from '@/hooks/useHousehold';
import { formatMinutes } from '@/hooks/useMinutesText';
import { useTranslation } from '@/i18n/useTranslation';
import type { Day } from '@/lib/time';
import type { NightRange } from '@/metrics/nightPlans';

/** Formats figures. An unknown value is a dash and never a zero. */
export interface FigureText {
  /** Formats minutes: `14 min`, `1 h 47`. */
  formatMinutes(value: number | null): string;
  /** Formats a share with one decimal: `93 %`. */
  formatPercent(value: number | null): string;
  /** Formats the difference of two shares: `5.4 points`. */
  formatPoints(value: number): string;
  formatNumber(value: number | null): string;
  /** Formats a bucket on an axis or in a table: `16 Nov`. */
  formatRange(range: NightRange): string;
  /** Formats the range of the page: `10–16 Nov`, with the years if they differ. */
  formatWholeRange(range: NightRange): string;
  formatDay(day: Day): string;
  nameOf(id: string): string;
}

const UNKNOWN = '–';
const PERCENT = 100;

/** Returns the formatters of figures for the language and the locale of this household. */
export function useFigureText(): FigureText {
  const { locale, numberLocale, t } = useTranslation();
  const { children, caregivers, format } = useHousehold();
  return useMemo(() => {
    const numberFormat = new Intl.NumberFormat(numberLocale, { maximumFractionDigits: 1 });
    const percentFormat = new Intl.NumberFormat(numberLocale, { style: 'percent', maximumFractionDigits: 1 });
    // A number format may write a hyphen, which is too short beside a figure.
    const formatPercent = (value: number) => percentFormat.format(value).replace('-', '−');
    const shortDayFormat = new Intl.DateTimeFormat(locale, { timeZone: 'UTC', day: 'numeric', month: 'short' });
    const longDayFormat = new Intl.DateTimeFormat(locale, { timeZone: 'UTC', dateStyle: 'medium' });
    const formatOrDash = (value: number | null, formatKnown: (known: number) => string) =>
      value === null ? UNKNOWN : formatKnown(value);
    const formatDay = (value: Day) => shortDayFormat.format(Date.parse(value));
    return {
      formatMinutes: (value) => formatOrDash(value, (known) => formatMinutes(known, format, numberLocale)),
      formatPercent: (value) => formatOrDash(value, formatPercent),
      formatPoints: (value) => t('dashboard.points', { value: numberFormat.format(value * PERCENT) }),
      formatNumber: (value) => formatOrDash(value, (known) => numberFormat.format(known)),
      formatRange: ({ from, to }) => (from === to ? formatDay(from) : `${formatDay(from)} – ${formatDay(to)}`),
      formatWholeRange: ({ from, to }) =>
        (from.slice(0, 4) === to.slice(0, 4) ? shortDayFormat : longDayFormat).formatRange(
          Date.parse(from),
          Date.parse(to),
        ),
      formatDay,
      nameOf: (id) => [...children, ...caregivers].find((row) => row.id === id)?.name ?? id,
    };
  }, [locale, numberLocale, t, children, caregivers, format]);
}
