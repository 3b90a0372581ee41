import { reopenable } from '@/domain/tonight';
import { useHousehold } from '@/hooks/household';
import { useWords } from '@/i18n/language';
import type { Instant } from '@/lib/time';
import styles from './Tonight.module.css';
import type { Actions } from './useActions';
import type { TonightView } from './useTonight';

interface WakeButtonsProps {
  view: TonightView;
  actions: Actions;
  now: Instant;
}

/** The button the app exists for: one a child, where the thumb is. */
export function WakeButtons({ view, actions, now }: WakeButtonsProps) {
  const { activeChildren } = useHousehold();
  const { t } = useWords();
  return (
    <div className={view.after ? `${styles.woken} ${styles.after}` : styles.woken}>
      {activeChildren.map((child) => (
        <button key={child.id} type="button" className="woke" onClick={() => actions.woke(child)}>
          {t(reopenable(view.folded, child.id, now) ? 'tonight.awakeAgain' : 'tonight.woke', { child: child.name })}
        </button>
      ))}
    </div>
  );
}
