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
   * Formats an illness as the parents' own label for it, or as the name of its kind if the label is
   * empty, which is possible in a restored log.
   */
  formatIllness(episode: Pick<Episode, 'label' | 'kind'>): string;
  /** The labels of the fields that ask when something was measured or given. */
  fieldLabels: { day: string; time: string; noDay: string };
}

/** Returns formatters for illnesses, temperatures and medicines. */
export function useHealthText(): HealthText {
  const { t, numberLocale } = useTranslation();
  const degreesFormat = new Intl.NumberFormat(numberLocale, { minimumFractionDigits: 1, maximumFractionDigits: 2 });
  const hoursFormat = new Intl.NumberFormat(numberLocale);
  return {
    formatDegrees: (value) => degreesFormat.format(value),
    formatCelsius: (value) => `${degreesFormat.format(value)}\u00a0°C`,
    formatMedicine: ({ name, amount, minHours }) => {
      const interval = minHours
        ? t('health.every', { hours: minHours, time: `${hoursFormat.format(minHours)}\u00a0h` })
        : '';
      // No line ends in a dot.
      return [name, amount.trim(), interval].filter(Boolean).join(' ·\u00a0');
    },
    formatIllness: ({ label, kind }) => label || t(`health.kind.${kind}`),
    fieldLabels: { day: t('health.field.day'), time: t('health.field.time'), noDay: t('health.error.day') },
  };
}
