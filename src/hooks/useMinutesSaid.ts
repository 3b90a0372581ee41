import { useWords } from '@/i18n/language';
import { useHousehold } from './household';
import { minutesSaid } from './minutesSaid';

/** Minutes in words, as this household reads them: `3 h 20`. */
export function useMinutesSaid(): (minutes: number) => string {
  const { locale } = useWords();
  const { format } = useHousehold();
  return (minutes) => minutesSaid(minutes, format, locale);
}
