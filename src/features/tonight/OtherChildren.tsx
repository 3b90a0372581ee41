import { ChevronRight } from 'lucide-react';
import { Button } from '@/components/Button';
import { type FoldedIncident, findReopenable } from '@/domain/tonight';
import { useHousehold } from '@/hooks/useHousehold';
import { useTranslation } from '@/i18n/useTranslation';
import type { Instant } from '@/lib/time';
import type { Actions } from './useActions';
import type { TonightView } from './useTonight';

interface OtherChildrenProps {
  view: TonightView;
  /** The incident in front. */
  current: FoldedIncident;
  onShow: (incidentId: string | null) => void;
  actions: Actions;
  now: Instant;
}

/**
 * Keeps the other children within reach: one tap logs a second wake-up, or brings an open incident
 * to the front.
 */
export function OtherChildren({ view, current, onShow, actions, now }: OtherChildrenProps) {
  const { t } = useTranslation();
  const { activeChildren, format } = useHousehold();
  return activeChildren
    .filter(({ id }) => id !== current.incident.childId)
    .map((child) => {
      const running = view.openIncidents.find(({ incident }) => incident.childId === child.id);
      if (running) {
        const clock = format.clock(now - running.state.awakeSince);
        return (
          <Button night key={child.id} onClick={() => onShow(running.incident.id)}>
            {t('tonight.showOther', { child: child.name, clock })}
            <ChevronRight aria-hidden="true" size={20} />
          </Button>
        );
      }
      const reopenable = findReopenable(view.foldedIncidents, child.id, now);
      return (
        <Button
          night
          key={child.id}
          onClick={() => {
            onShow(null);
            actions.logWakeUp(child);
          }}
        >
          {t(reopenable ? 'tonight.awakeAgain' : 'tonight.wokeToo', { child: child.name })}
        </Button>
      );
    });
}
