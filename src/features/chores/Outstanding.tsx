import { Check, Pencil } from 'lucide-react';
import { useState } from 'react';
import { Link } from 'wouter';
import { Button } from '@/components/Button';
import { nightOf } from '@/domain/night';
import type { Chore } from '@/domain/rows/others';
import { useHousehold } from '@/hooks/household';
import { useMinutesSaid } from '@/hooks/useMinutesSaid';
import { useWords } from '@/i18n/language';
import type { Instant } from '@/lib/time';
import styles from './chores.module.css';
import { useAge } from './useAge';
import { useSettle } from './useSettle';

/** So many are shown at a time. */
const PAGE = 25;

interface OutstandingProps {
  chores: readonly Chore[];
  now: Instant;
  onEdit: (chore: Chore) => void;
}

/** What is still to be done, the oldest first: each with the night that caused it, and done or forgiven in one tap. */
export function Outstanding({ chores, now, onEdit }: OutstandingProps) {
  const { t } = useWords();
  const [shown, setShown] = useState(PAGE);
  const left = chores.length - shown;
  return (
    <>
      <ol className={styles.list}>
        {chores.slice(0, shown).map((chore) => (
          <Item key={chore.id} chore={chore} now={now} onEdit={onEdit} />
        ))}
      </ol>
      {left > 0 && (
        <Button onClick={() => setShown(shown + PAGE)}>{t('chores.more', { count: Math.min(PAGE, left) })}</Button>
      )}
    </>
  );
}

function Item({ chore, now, onEdit }: { chore: Chore } & Omit<OutstandingProps, 'chores'>) {
  const { t } = useWords();
  const { household, format } = useHousehold();
  const effort = useMinutesSaid();
  const age = useAge(now);
  const { pay, forgive } = useSettle();
  const night = nightOf(chore.deferredAt, household.timeZone);
  return (
    <li className={styles.chore} aria-label={chore.title}>
      <strong className={styles.name}>{chore.title}</strong>
      <span className={styles.effort}>{effort(chore.effortMinutes)}</span>
      <Button
        look="quiet"
        className={styles.change ?? ''}
        aria-label={t('chores.change', { title: chore.title })}
        onClick={() => onEdit(chore)}
      >
        <Pencil aria-hidden="true" size={18} />
      </Button>
      <span className={styles.since}>
        <Link href={`/nights/${night}`}>{t('chores.nightOf', { night: format.day(night) })}</Link> ·{' '}
        {age(chore.deferredAt)}
      </span>
      <div className={styles.actions}>
        <Button onClick={() => pay(chore)}>
          <Check aria-hidden="true" size={20} />
          {t('chores.pay')}
        </Button>
        <Button look="quiet" onClick={() => forgive(chore)}>
          {t('chores.forgive')}
        </Button>
      </div>
    </li>
  );
}
