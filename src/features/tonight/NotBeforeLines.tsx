import { useLiveQuery } from 'dexie-react-hooks';
import { readWaitedFor } from '@/db/healthQueries';
import { notBefore } from '@/domain/health/notBefore';
import { useHousehold } from '@/hooks/household';
import { useNow } from '@/hooks/useNow';
import { useUntil } from '@/hooks/useUntil';
import { useWords } from '@/i18n/language';
import { HOUR_MS, type Instant } from '@/lib/time';
import styles from './Tonight.module.css';

/** A line for each medicine that is not to be given again yet, by the parents' own interval. It goes when that is over. */
export default function NotBeforeLines({ now }: { now: Instant }) {
  const { t } = useWords();
  const { db, activeChildren } = useHousehold();
  const hour = useNow(HOUR_MS);
  const untilWords = useUntil();
  const doses = useLiveQuery(() => readWaitedFor(db, hour), [db, hour]);
  const lines = notBefore(doses ?? [], now).flatMap(({ childId, name, until }) => {
    const child = activeChildren.find(({ id }) => id === childId)?.name;
    return child ? [t('tonight.notBefore', { name, child, time: untilWords(until, now) })] : [];
  });
  if (lines.length === 0) return null;
  return (
    <ul className={styles.waits}>
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}
