import { useLiveQuery } from 'dexie-react-hooks';
import { readDosesWithinLongestInterval } from '@/db/healthQueries';
import { medicinesToWaitFor } from '@/domain/health/medicinesToWaitFor';
import { useHousehold } from '@/hooks/useHousehold';
import { useNow } from '@/hooks/useNow';
import { useUntilText } from '@/hooks/useUntilText';
import { useTranslation } from '@/i18n/useTranslation';
import { HOUR_MS, type Instant } from '@/lib/time';
import styles from './Tonight.module.css';

/**
 * Shows a line for each medicine that must not be given again yet, according to the parents' own
 * interval. The line disappears when the interval is over.
 */
export default function MedicineWaitList({ now }: { now: Instant }) {
  const { t } = useTranslation();
  const { db, activeChildren } = useHousehold();
  const hour = useNow(HOUR_MS);
  const formatUntil = useUntilText();
  const doses = useLiveQuery(() => readDosesWithinLongestInterval(db, hour), [db, hour]);
  const lines = medicinesToWaitFor(doses ?? [], now).flatMap(({ childId, name, until }) => {
    const child = activeChildren.find(({ id }) => id === childId)?.name;
    return child ? [t('tonight.notBefore', { name, child, time: formatUntil(until, now) })] : [];
  });
  if (lines.length === 0) return null;
  return (
    <ul className={styles.notBefore}>
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}
