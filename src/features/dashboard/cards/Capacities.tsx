import type { Caregiver } from '@/domain/rows/household';
import { useWords } from '@/i18n/language';
import { ENOUGH } from '../Card';
import styles from '../dashboard.module.css';
import type { DashboardView } from '../useDashboard';
import { useFigures } from '../useFigures';

/** After how many interventions a night each one stops responding, and on how many nights that stands. */
export function Capacities({ people, view }: { people: readonly Caregiver[]; view: DashboardView }) {
  const { t } = useWords();
  const figures = useFigures();
  return (
    <ul className={styles.facts}>
      {people.map(({ id, name }) => {
        const capacity = view.metrics.fatigue.byCaregiver[id]?.capacity ?? null;
        const nights = view.charts.capacityNights[id] ?? 0;
        if (capacity === null) return <li key={id}>{t('dashboard.fatigue.responds', { name })}</li>;
        const few = nights < ENOUGH;
        return (
          <li key={id} data-few={few}>
            {t('dashboard.fatigue.capacity', { name, count: capacity, value: figures.number(capacity) })}
            <small>{t(few ? 'dashboard.few' : 'dashboard.fatigue.medianOf', { count: nights })}</small>
          </li>
        );
      })}
    </ul>
  );
}
