import ChevronRight from 'lucide-react/icons/chevron-right';
import { useId } from 'react';
import { Link } from 'wouter';
import { useForgottenText } from '@/hooks/useForgottenText';
import { useTranslation } from '@/i18n/useTranslation';
import { forgottenIn } from '@/metrics/nightNotes';
import styles from '../dashboard.module.css';
import type { DashboardView } from '../useDashboard';

/**
 * Says which incidents of the range nobody ended, and until when the figures count them. Without
 * one nothing is shown.
 */
export function Forgotten({ view: { charts } }: { view: DashboardView }) {
  const { t } = useTranslation();
  const id = useId();
  const formatForgotten = useForgottenText();
  const forgotten = forgottenIn(charts.notes);
  if (forgotten.length === 0) return null;
  return (
    <section className={styles.forgotten} aria-labelledby={id} data-card="forgotten">
      <h2 id={id} className="visually-hidden">
        {t('dashboard.forgotten.question')}
      </h2>
      <ul>
        {forgotten.map((incident) => (
          <li key={incident.incidentId}>{formatForgotten(incident)}</li>
        ))}
      </ul>
      <Link href="/nights/review" className={styles.link} data-no-picture>
        {t('dashboard.forgotten.link')}
        <ChevronRight aria-hidden="true" size={18} />
      </Link>
    </section>
  );
}
