import { useHousehold } from '@/components/household';
import { minutesSaid } from '@/components/minutesSaid';
import type { Chore } from '@/domain/rows/others';
import { useWords } from '@/i18n/language';

/** What chores take, in words: `3 h 20`. */
export function useEffort(): (minutes: number) => string {
  const { locale } = useWords();
  const { format } = useHousehold();
  return (minutes) => minutesSaid(minutes, format, locale);
}

export const minutesOf = (chores: readonly Chore[]): number =>
  chores.reduce((sum, { effortMinutes }) => sum + effortMinutes, 0);
