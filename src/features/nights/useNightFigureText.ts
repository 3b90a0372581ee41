import { useHousehold } from '@/hooks/useHousehold';
import { useTranslation } from '@/i18n/useTranslation';
import { MINUTE_MS } from '@/lib/time';

/** What is not known is a dash, never a zero. */
const UNKNOWN = '–';

/** A night's figures as people read them. */
export function useNightFigureText() {
  const { locale } = useTranslation();
  const { format } = useHousehold();
  const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 });
  const number = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });
  const orDash = (value: number | null, say: (some: number) => string) => (value === null ? UNKNOWN : say(value));
  return {
    // Rounded to the millisecond: a division may have left a hair less than a whole minute.
    formatMinutes: (value: number | null) =>
      orDash(value, (some) => (some === 0 ? '0\u00a0min' : format.duration(Math.round(some * MINUTE_MS)))),
    formatPercent: (value: number | null) => orDash(value, (some) => percent.format(some)),
    formatNumber: (value: number | null) => orDash(value, (some) => number.format(some)),
  };
}
