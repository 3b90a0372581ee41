import { useHousehold } from '@/hooks/useHousehold';
import { useTranslation } from '@/i18n/useTranslation';
import { MINUTE_MS } from '@/lib/time';

/** An unknown value is a dash and never a zero. */
const UNKNOWN = '–';

/** Returns functions that format the figures of a night. */
export function useNightFigureText() {
  const { numberLocale } = useTranslation();
  const { format } = useHousehold();
  const percentFormat = new Intl.NumberFormat(numberLocale, { style: 'percent', maximumFractionDigits: 1 });
  const numberFormat = new Intl.NumberFormat(numberLocale, { maximumFractionDigits: 1 });
  const formatOrDash = (value: number | null, formatKnown: (known: number) => string) =>
    value === null ? UNKNOWN : formatKnown(value);
  return {
    // The value is rounded to the millisecond, because a division can give slightly less than a
    // whole minute.
    formatMinutes: (value: number | null) =>
      formatOrDash(value, (known) => (known === 0 ? '0\u00a0min' : format.duration(Math.round(known * MINUTE_MS)))),
    formatPercent: (value: number | null) => formatOrDash(value, (known) => percentFormat.format(known)),
    formatNumber: (value: number | null) => formatOrDash(value, (known) => numberFormat.format(known)),
  };
}
