import type { Caregiver } from '@/domain/rows/household';
import { useTranslation } from '@/i18n/useTranslation';
import { MIN_CASES } from '../cases';
import styles from '../dashboard.module.css';
import type { DashboardView } from '../useDashboard';
import { useFigureText } from '../useFigureText';

/**
 * Says for each caregiver after how many interventions in a night they stop responding (the
 * median), and how many nights that is based on.
 */
export function Capacities({ caregivers, view }: { caregivers: readonly Caregiver[]; view: DashboardView }) {
  const { t } = useTranslation();
  const figures = useFigureText();
  return (
    <ul className={styles.facts}>
      {caregivers.map(({ id, name }) => {
        const capacity = view.metrics.fatigue.byCaregiver[id]?.capacity ?? null;
        const nights = view.charts.capacityNights[id] ?? 0;
        if (capacity === null) return <li key={id}>{t('dashboard.fatigue.responds', { name })}</li>;
        const hasTooFewNights = nights < MIN_CASES;
        return (
          <li key={id} data-few={hasTooFewNights}>
            {t('dashboard.fatigue.capacity', { name, count: capacity, value: figures.formatNumber(capacity) })}
            <small>{t(hasTooFewNights ? 'dashboard.few' : 'dashboard.fatigue.medianOf', { count: nights })}</small>
          </li>
        );
      })}
    </ul>
  );
}
