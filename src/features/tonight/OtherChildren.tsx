import { Button } from '@/components/Button';
import { findReopenable } from '@/domain/tonight';
import { useHousehold } from '@/hooks/useHousehold';
import { useTranslation } from '@/i18n/useTranslation';
import type { Instant } from '@/lib/time';
import styles from './Incident.module.css';
import type { Actions } from './useActions';
import type { TonightView } from './useTonight';

interface OtherChildrenProps {
  view: TonightView;
  actions: Actions;
  now: Instant;
}

/** Keeps the children who are asleep within reach: one tap logs a second wake-up. */
export function OtherChildren({ view, actions, now }: OtherChildrenProps) {
  const { t } = useTranslation();
  const { activeChildren } = useHousehold();
  const asleep = activeChildren.filter(({ id }) => view.openIncidents.every(({ incident }) => incident.childId !== id));
  if (asleep.length === 0) return null;
  return (
    <div className={styles.others}>
      {asleep.map((child) => {
        const isAgain = findReopenable(view.foldedIncidents, child.id, now) !== null;
        return (
          <Button night key={child.id} onClick={() => actions.logWakeUp(child)}>
            {t(isAgain ? 'tonight.awakeAgain' : 'tonight.wokeToo', { child: child.name })}
          </Button>
        );
      })}
    </div>
  );
}
