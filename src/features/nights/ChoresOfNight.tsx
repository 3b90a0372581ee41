import { useLiveQuery } from 'dexie-react-hooks';
import { Link } from 'wouter';
import { readChoresOfNight } from '@/db/choreQueries';
import { useHousehold } from '@/hooks/useHousehold';
import { useMinutesText } from '@/hooks/useMinutesText';
import { useTranslation } from '@/i18n/useTranslation';
import type { Day } from '@/lib/time';
import { wallClockAt } from '@/lib/zone';
import styles from './nights.module.css';

/**
 * Lists the chores that were put off in a night, with a link to the debt. It renders nothing if
 * there are none.
 */
export function ChoresOfNight({ night }: { night: Day }) {
  const { t } = useTranslation();
  const formatMinutes = useMinutesText();
  const { db, household, format } = useHousehold();
  const chores = useLiveQuery(() => readChoresOfNight(db, night, household), [db, night, household]);
  if (!chores || chores.length === 0) return null;
  return (
    <section className={styles.section} aria-labelledby="put-off">
      <h2 id="put-off">{t('chores.ofNight')}</h2>
      <ul className={styles.chores}>
        {chores.map(({ id, title, effortMinutes, paidAt }) => (
          <li key={id}>
            <span>{title}</span>
            <span>
              {formatMinutes(effortMinutes)}
              {paidAt !== null && ` · ${t('chores.paidOn', { day: format.day(wallClockAt(paidAt, household).day) })}`}
            </span>
          </li>
        ))}
      </ul>
      <Link href="/household/chores" className={styles.moreLink}>
        {t('chores.whole')}
      </Link>
    </section>
  );
}
