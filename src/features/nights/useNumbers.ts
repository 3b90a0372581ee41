import { useHousehold } from '@/hooks/household';
import { useWords } from '@/i18n/language';
import { MINUTE_MS } from '@/lib/time';

/** What is not known is a dash, never a zero. */
const UNKNOWN = '–';

/** A night's figures as people read them. */
export function useNumbers() {
  const { locale } = useWords();
  const { format } = useHousehold();
  const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 });
  const number = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });
  const or = (value: number | null, say: (some: number) => string) => (value === null ? UNKNOWN : say(value));
  return {
    // Rounded to the millisecond: a division may have left a hair less than a whole minute.
    minutes: (value: number | null) =>
      or(value, (some) => (some === 0 ? '0\u00a0min' : format.duration(Math.round(some * MINUTE_MS)))),
    percent: (value: number | null) => or(value, (some) => percent.format(some)),
    number: (value: number | null) => or(value, (some) => number.format(some)),
  };
}
