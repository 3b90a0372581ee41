import type { Medicine } from '@/domain/health/medicines';
import type { Episode } from '@/domain/rows/others';
import { useTranslation } from '@/i18n/useTranslation';

interface HealthText {
  /** `38.9` */
  formatDegrees(value: number): string;
  /** `38.9 °C` */
  formatCelsius(value: number): string;
  /** `Paracetamol · 3 ml · every 6 h`, without the parts that were not given. */
  formatMedicine(medicine: Medicine): string;
  /**
   * Returns the parents' own label for the illness, or the name of its kind if a file contains no
   * label.
   */
  illness(episode: Pick<Episode, 'label' | 'kind'>): string;
  /** The labels of the fields that ask when something was measured or given. */
  when: { day: string; time: string; noDay: string };
}

/** Returns formatters for illnesses, temperatures and medicines. */
export function useHealthText(): HealthText {
  const { t, locale } = useTranslation();
  const degrees = new Intl.NumberFormat(locale, { minimumFractionDigits: 1, maximumFractionDigits: 2 });
  const number = new Intl.NumberFormat(locale);
  return {
    formatDegrees: (value) => degrees.format(value),
    formatCelsius: (value) => `${degrees.format(value)}\u00a0°C`,
    formatMedicine: ({ name, amount, minHours }) => {
      const every = minHours ? t('health.every', { hours: minHours, time: `${number.format(minHours)}\u00a0h` }) : '';
      return [name, amount.trim(), every].filter(Boolean).join(' · ');
    },
    illness: ({ label, kind }) => label || t(`health.kind.${kind}`),
    when: { day: t('health.field.day'), time: t('health.field.time'), noDay: t('health.error.day') },
  };
}
