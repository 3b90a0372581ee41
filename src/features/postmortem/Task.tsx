import { Hourglass } from 'lucide-react';
import { Button } from '@/components/Button';
import { type Item, plainOf } from '@/domain/postmortem/markdown';
import type { Chore } from '@/domain/rows/others';
import { useMinutesSaid } from '@/hooks/useMinutesSaid';
import { useWords } from '@/i18n/language';
import { Inline } from './Inline';
import styles from './postmortem.module.css';

interface TaskProps {
  item: Item;
  /** What became of it, once it was put off. */
  chore: Chore | null;
  onTick: () => void;
  onDefer: () => void;
}

/** Something to do: ticked in its place, or put off as a chore. */
export function Task({ item, chore, onTick, onDefer }: TaskProps) {
  const { t } = useWords();
  const minutes = useMinutesSaid();
  return (
    <div className={styles.task}>
      <label>
        <input type="checkbox" checked={item.ticked === true} onChange={onTick} />
        <span>
          <Inline text={item.text} />
        </span>
      </label>
      {chore ? (
        <small>
          <Hourglass aria-hidden="true" size={16} />
          {chore.paidAt === null
            ? t('postmortem.deferred', { minutes: minutes(chore.effortMinutes) })
            : t('postmortem.paid')}
        </small>
      ) : (
        item.ticked === false && (
          <Button look="quiet" aria-label={t('postmortem.deferItem', { item: plainOf(item.text) })} onClick={onDefer}>
            <Hourglass aria-hidden="true" size={16} />
            {t('postmortem.defer')}
          </Button>
        )
      )}
    </div>
  );
}
