import { useState } from 'react';
import { Button } from '@/components/Button';
import type { Chore } from '@/domain/rows/others';
import { useHousehold } from '@/hooks/useHousehold';
import { useMinutesText } from '@/hooks/useMinutesText';
import { useTranslation } from '@/i18n/useTranslation';
import { wallClockAt } from '@/lib/zone';
import styles from './chores.module.css';

const PAGE_SIZE = 25;

interface PaidProps {
  chores: readonly Chore[];
  /** The effort of all paid chores together. */
  minutes: number;
  onEdit: (chore: Chore) => void;
}

/**
 * The chores paid in the last four weeks, latest first, collapsed at first. A tap on one opens its
 * sheet.
 */
export function PaidChores({ chores, minutes, onEdit }: PaidProps) {
  const { t } = useTranslation();
  const { household, format } = useHousehold();
  const formatEffort = useMinutesText();
  const [visibleCount, setVisibleCount] = useState(PAGE_SIZE);
  const remaining = chores.length - visibleCount;
  return (
    <details className={styles.collapsed}>
      <summary>{t('chores.paidLately', { effort: formatEffort(minutes) })}</summary>
      <ol className={styles.list}>
        {chores.slice(0, visibleCount).map((chore) => (
          <li key={chore.id}>
            <button type="button" className={styles.paid} onClick={() => onEdit(chore)}>
              <span className={styles.name}>{chore.title}</span>
              <span className={styles.effort}>{formatEffort(chore.effortMinutes)}</span>
              {chore.paidAt !== null && (
                <span className={styles.since}>
                  {t('chores.paidOn', { day: format.day(wallClockAt(chore.paidAt, household).day) })}
                </span>
              )}
            </button>
          </li>
        ))}
      </ol>
      {remaining > 0 && (
        <Button onClick={() => setVisibleCount(visibleCount + PAGE_SIZE)}>
          {t('chores.more', { count: Math.min(PAGE_SIZE, remaining) })}
        </Button>
      )}
    </details>
  );
}
