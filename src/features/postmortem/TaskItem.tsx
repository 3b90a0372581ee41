import Hourglass from 'lucide-react/icons/hourglass';
import { Button } from '@/components/Button';
import { type Item, plainTextOf } from '@/domain/postmortem/markdown';
import type { Chore } from '@/domain/rows/others';
import { useMinutesText } from '@/hooks/useMinutesText';
import { useTranslation } from '@/i18n/useTranslation';
import { InlineMarkdown } from './InlineMarkdown';
import styles from './postmortem.module.css';

interface TaskItemProps {
  item: Item;
  /** The chore made from this item, or null when the item was not put off. */
  chore: Chore | null;
  onTick: () => void;
  onDefer: () => void;
}

/** One task of the post-mortem: a checkbox, and a button that puts the task off as a chore. */
export function TaskItem({ item, chore, onTick, onDefer }: TaskItemProps) {
  const { t } = useTranslation();
  const formatMinutes = useMinutesText();
  return (
    <div className={styles.task}>
      <label>
        <input type="checkbox" checked={item.ticked === true} onChange={onTick} />
        <span>
          <InlineMarkdown text={item.text} />
        </span>
      </label>
      {chore ? (
        <small>
          <Hourglass aria-hidden="true" size={16} />
          {chore.paidAt === null
            ? t('postmortem.deferred', { minutes: formatMinutes(chore.effortMinutes) })
            : t('postmortem.paid')}
        </small>
      ) : (
        item.ticked === false && (
          <Button
            variant="quiet"
            aria-label={t('postmortem.deferItem', { item: plainTextOf(item.text) })}
            onClick={onDefer}
          >
            <Hourglass aria-hidden="true" size={16} />
            {t('postmortem.defer')}
          </Button>
        )
      )}
    </div>
  );
}
