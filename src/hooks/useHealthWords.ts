import type { Medicine } from '@/domain/health/medicines';
import { useWords } from '@/i18n/language';

interface HealthWords {
  /** `38.9` */
  degrees(value: number): string;
  /** `38.9 °C` */
  celsius(value: number): string;
  /** `Paracetamol · 3 ml · every 6 h`, as far as it was said. */
  medicine(medicine: Medicine): string;
}

/** What was measured and given, as it is read. */
export function useHealthWords(): HealthWords {
  const { t, locale } = useWords();
  const degrees = new Intl.NumberFormat(locale, { minimumFractionDigits: 1, maximumFractionDigits: 2 });
  const number = new Intl.NumberFormat(locale);
  return {
    degrees: (value) => degrees.format(value),
    celsius: (value) => `${degrees.format(value)}\u00a0°C`,
    medicine: ({ name, amount, minHours }) => {
      const every = minHours ? t('health.every', { hours: minHours, time: `${number.format(minHours)}\u00a0h` }) : '';
      return [name, amount.trim(), every].filter(Boolean).join(' · ');
    },
  };
}
