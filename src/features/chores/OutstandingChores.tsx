import Check from 'lucide-react/icons/check';
import Pencil from 'lucide-react/icons/pencil';
import { useState } from 'react';
import { Link } from 'wouter';
import { Button } from '@/components/Button';
import { nightOf } from '@/domain/night';
import type { Chore } from '@/domain/rows/others';
import { useHousehold } from '@/hooks/useHousehold';
import { useMinutesText } from '@/hooks/useMinutesText';
import { useTranslation } from '@/i18n/useTranslation';
import type { Instant } from '@/lib/time';
import styles from './chores.module.css';
import { useAgeText } from './useAgeText';
import { useChoreActions } from './useChoreActions';

const PAGE_SIZE = 25;

interface OutstandingChoresProps {
  chores: readonly Chore[];
  now: Instant;
  onEdit: (chore: Chore) => void;
}

/**
 * The chores still to be done, oldest first. Each links to the night that caused it, and is paid or
 * forgiven with one tap.
 */
export function OutstandingChores({ chores, now, onEdit }: OutstandingChoresProps) {
  const { t } = useTranslation();
  const [visibleCount, setVisibleCount] = useState(PAGE_SIZE);
  const remaining = chores.length - visibleCount;
  return (
    <>
      <ol className={styles.list}>
        {chores.slice(0, visibleCount).map((chore) => (
          <OutstandingChore key={chore.id} chore={chore} now={now} onEdit={onEdit} />
        ))}
      </ol>
      {remaining > 0 && (
        <Button onClick={() => setVisibleCount(visibleCount + PAGE_SIZE)}>
          {t('chores.more', { count: Math.min(PAGE_SIZE, remaining) })}
        </Button>
      )}
    </>
  );
}

function OutstandingChore({ chore, now, onEdit }: { chore: Chore } & Omit<OutstandingChoresProps, 'chores'>) {
  const { t } = useTranslation();
  const { household, format } = useHousehold();
  const formatEffort = useMinutesText();
  const formatAge = useAgeText(now);
  const { pay, forgive } = useChoreActions();
  const night = nightOf(chore.deferredAt, household);
  return (
    <li className={styles.chore} aria-label={chore.title}>
      <strong className={styles.name}>{chore.title}</strong>
      <span className={styles.effort}>{formatEffort(chore.effortMinutes)}</span>
      <Button
        variant="quiet"
        className={styles.change ?? ''}
        aria-label={t('chores.change', { title: chore.title })}
        onClick={() => onEdit(chore)}
      >
        <Pencil aria-hidden="true" size={18} />
      </Button>
      <span className={styles.since}>
        <Link href={`/nights/${night}`}>{t('chores.nightOf', { night: format.day(night) })}</Link> ·{' '}
        {formatAge(chore.deferredAt)}
      </span>
      <div className={styles.actions}>
        <Button onClick={() => pay(chore)}>
          <Check aria-hidden="true" size={20} />
          {t('chores.pay')}
        </Button>
        <Button variant="quiet" onClick={() => forgive(chore)}>
          {t('chores.forgive')}
        </Button>
      </div>
    </li>
  );
}
