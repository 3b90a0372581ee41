import { useMemo } from 'react';
import { useHousehold } from '@/hooks/household';
import { minutesSaid } from '@/hooks/useMinutesSaid';
import { useWords } from '@/i18n/language';
import type { Day } from '@/lib/time';
import type { NightRange } from '@/metrics/nightPlans';

/** Figures as people read them. What is not known is a dash, never a zero. */
export interface Figures {
  /** `14 min`, `1 h 47`: of minutes. */
  minutes(value: number | null): string;
  /** `93 %` of a share; one decimal. */
  percent(value: number | null): string;
  /** A difference of two shares: `5.4 points`. */
  points(value: number): string;
  number(value: number | null): string;
  /** A step's name on an axis or in a table: `16 Nov`. */
  step(step: NightRange): string;
  day(day: Day): string;
  nameOf(id: string): string;
}

const UNKNOWN = '–';
const PERCENT = 100;

export function useFigures(): Figures {
  const { locale, t } = useWords();
  const { children, caregivers, format } = useHousehold();
  return useMemo(() => {
    const number = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });
    const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 });
    const short = new Intl.DateTimeFormat(locale, { timeZone: 'UTC', day: 'numeric', month: 'short' });
    const or = (value: number | null, say: (some: number) => string) => (value === null ? UNKNOWN : say(value));
    const day = (value: Day) => short.format(Date.parse(value));
    return {
      minutes: (value) => or(value, (some) => minutesSaid(some, format, locale)),
      percent: (value) => or(value, (some) => percent.format(some)),
      points: (value) => t('dashboard.points', { value: number.format(value * PERCENT) }),
      number: (value) => or(value, (some) => number.format(some)),
      step: ({ from, to }) => (from === to ? day(from) : `${day(from)} – ${day(to)}`),
      day,
      nameOf: (id) => [...children, ...caregivers].find((row) => row.id === id)?.name ?? id,
    };
  }, [locale, t, children, caregivers, format]);
}
