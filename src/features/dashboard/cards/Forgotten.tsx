import { useForgottenText } from '@/hooks/useForgottenText';
import { useTranslation } from '@/i18n/useTranslation';
import { forgottenIn } from '@/metrics/nightNotes';
import { Card } from '../Card';
import styles from '../dashboard.module.css';
import type { DashboardView } from '../useDashboard';

/**
 * Says which incidents of the range nobody ended, and until when the figures count them. Without
 * one there is no card.
 */
export function Forgotten({ view: { charts } }: { view: DashboardView }) {
  const { t } = useTranslation();
  const formatForgotten = useForgottenText();
  const forgotten = forgottenIn(charts.notes);
  if (forgotten.length === 0) return null;
  return (
    <Card
      name="forgotten"
      question={t('dashboard.forgotten.question')}
      sentence={t('dashboard.forgotten.says')}
      link={{ href: '/nights/review', label: t('dashboard.forgotten.link') }}
    >
      <ul className={styles.facts}>
        {forgotten.map((incident) => (
          <li key={incident.incidentId}>{formatForgotten(incident)}</li>
        ))}
      </ul>
    </Card>
  );
}
