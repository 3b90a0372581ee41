import { Link } from 'wouter';
import { useTranslation } from '@/i18n/useTranslation';
import type { Day } from '@/lib/time';
import styles from './nights.module.css';
import { useIllnessesOfNight } from './useIllnessesOfNight';

/**
 * Says who was ill in this night, with a link to what was measured and given. It renders nothing if
 * nobody was ill.
 */
export function IllnessLink({ night }: { night: Day }) {
  const { t } = useTranslation();
  const ill = useIllnessesOfNight()(night);
  if (ill.length === 0) return null;
  return (
    <Link href="/household/health" className={styles.illLink}>
      {ill.map(({ id, child, label, day }) => (
        <span key={id}>{t('health.inNight', { child, label, day: t('health.day', { count: day }) })}</span>
      ))}
    </Link>
  );
}
