import { useEffect, useState } from 'react';
import { useNow } from '@/hooks/useNow';
import { usePage } from '@/hooks/usePage';
import { useTranslation } from '@/i18n/useTranslation';
import { SECOND_MS } from '@/lib/time';
import { holdWakeLock } from '@/pwa/wakeLock';
import { useDeviceSettings } from '@/stores/device';
import { AfterIncident } from './AfterIncident';
import { Idle } from './Idle';
import { InIncident } from './InIncident';
import { useActions } from './useActions';
import { useTonight } from './useTonight';

/** The night screen: no child awake, a child awake, or a child just asleep again. */
export function Tonight() {
  const { t } = useTranslation();
  const now = useNow(SECOND_MS);
  const view = useTonight(now);
  const actions = useActions(view.foldedIncidents);
  const [shownId, setShownId] = useState<string | null>(null);
  const current = view.openIncidents.find(({ incident }) => incident.id === shownId) ?? view.openIncidents.at(-1);
  useScreenStaysOn(current !== undefined);

  usePage(t('tonight.title'));

  if (current)
    return (
      <InIncident
        key={current.incident.id}
        view={view}
        shownIncident={current}
        onShow={setShownId}
        actions={actions}
        now={now}
      />
    );
  if (view.justResolved) return <AfterIncident view={view} resolved={view.justResolved} actions={actions} now={now} />;
  return <Idle view={view} actions={actions} now={now} />;
}

function useScreenStaysOn(inIncident: boolean): void {
  const holdsLock = useDeviceSettings((device) => device.keepAwake) && inIncident;
  useEffect(() => (holdsLock ? holdWakeLock() : undefined), [holdsLock]);
}
