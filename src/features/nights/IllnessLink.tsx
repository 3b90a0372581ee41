import { Link } from 'wouter';
import { useTranslation } from '@/i18n/useTranslation';
import type { Day } from '@/lib/time';
import styles from './nights.module.css';
import { useIllnessesOfNight } from './useIllnessesOfNight';

/**
 * Says who was ill in this night, as a link to the health page with temperatures and medicines.
 * It renders nothing if nobody was ill.
 */
export function IllnessLink({ night }: { night: Day }) {
  const { t } = useTranslation();
  const illnessesOf = useIllnessesOfNight();
  const illnesses = illnessesOf(night);
  if (illnesses.length === 0) return null;
  return (
    <Link href="/household/health" className={styles.illLink}>
      {illnesses.map(({ id, child, label, day: dayOfIllness }) => (
        <span key={id}>{t('health.inNight', { child, label, day: t('health.day', { count: dayOfIllness }) })}</span>
      ))}
    </Link>
  );
}
