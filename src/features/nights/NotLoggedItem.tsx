import { useHousehold } from '@/hooks/useHousehold';
import { useTranslation } from '@/i18n/useTranslation';
import type { Day } from '@/lib/time';
import styles from './nights.module.css';

/** A run of nights of which nothing was logged, as one item of the list. */
export function NotLoggedItem({ from, to, count }: { from: Day; to: Day; count: number }) {
  const { t } = useTranslation();
  const { format } = useHousehold();
  return (
    <li className={styles.gap}>
      <span>
        {format.day(from)} – {format.day(to)}
      </span>
      <span>{t('nights.notLoggedRun', { count })}</span>
    </li>
  );
}
