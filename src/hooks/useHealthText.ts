import type { Medicine } from '@/domain/health/medicines';
import type { Episode } from '@/domain/rows/others';
import { useTranslation } from '@/i18n/useTranslation';

interface HealthText {
  /** `38.9` */
  formatDegrees(value: number): string;
  /** `38.9 °C` */
  formatCelsius(value: number): string;
  /** `Paracetamol · 3 ml · every 6 h`, as far as it was said. */
  formatMedicine(medicine: Medicine): string;
  /** What an illness is called: as the parents do, or by its kind where a file has no name for it. */
  illness(episode: Pick<Episode, 'label' | 'kind'>): string;
  /** What the fields are called that ask when something was measured or given. */
  when: { day: string; time: string; noDay: string };
}

/** Illnesses, what was measured and what was given, as they are read. */
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
