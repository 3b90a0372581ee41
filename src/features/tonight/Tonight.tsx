import { useEffect, useState } from 'react';
import { useNow } from '@/hooks/useNow';
import { usePage } from '@/hooks/usePage';
import { useWords } from '@/i18n/language';
import { SECOND_MS } from '@/lib/time';
import { holdWakeLock } from '@/pwa/wakeLock';
import { useDevice } from '@/stores/device';
import { After } from './After';
import { Idle } from './Idle';
import { InIncident } from './InIncident';
import { useActions } from './useActions';
import { useTonight } from './useTonight';

/** The night screen: nobody awake, somebody awake, or just asleep again. */
export function Tonight() {
  const { t } = useWords();
  const now = useNow(SECOND_MS);
  const view = useTonight(now);
  const actions = useActions(view.folded);
  const [shownId, setShownId] = useState<string | null>(null);
  const current = view.open.find(({ incident }) => incident.id === shownId) ?? view.open.at(-1);
  useScreenStaysOn(current !== undefined);

  usePage(t('tonight.title'));

  if (current)
    return (
      <InIncident
        key={current.incident.id}
        view={view}
        current={current}
        onShow={setShownId}
        actions={actions}
        now={now}
      />
    );
  if (view.after) return <After view={view} after={view.after} actions={actions} now={now} />;
  return <Idle view={view} actions={actions} now={now} />;
}

function useScreenStaysOn(inIncident: boolean): void {
  const wanted = useDevice((device) => device.keepAwake) && inIncident;
  useEffect(() => (wanted ? holdWakeLock() : undefined), [wanted]);
}
