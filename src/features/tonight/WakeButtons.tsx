import { findReopenable } from '@/domain/tonight';
import { useHousehold } from '@/hooks/useHousehold';
import { useTranslation } from '@/i18n/useTranslation';
import type { Instant } from '@/lib/time';
import styles from './Tonight.module.css';
import type { Actions } from './useActions';
import type { TonightView } from './useTonight';

interface WakeButtonsProps {
  view: TonightView;
  actions: Actions;
  now: Instant;
}

/** The button that the app exists for: one for each child, within the thumb's reach. */
export function WakeButtons({ view, actions, now }: WakeButtonsProps) {
  const { activeChildren } = useHousehold();
  const { t } = useTranslation();
  return (
    <div className={view.justResolved ? `${styles.wakeButtons} ${styles.after}` : styles.wakeButtons}>
      {activeChildren.map((child) => (
        <button key={child.id} type="button" className="wake-button" onClick={() => actions.logWakeUp(child)}>
          {t(findReopenable(view.foldedIncidents, child.id, now) ? 'tonight.awakeAgain' : 'tonight.woke', {
            child: child.name,
          })}
        </button>
      ))}
    </div>
  );
}
