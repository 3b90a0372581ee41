import { type ComponentType, useEffect, useState } from 'react';
import { useNow } from '@/hooks/useNow';
import { usePage } from '@/hooks/usePage';
import { useTranslation } from '@/i18n/useTranslation';
import { SECOND_MS } from '@/lib/time';
import { holdWakeLock } from '@/pwa/wakeLock';
import { useDeviceSettings } from '@/stores/device';
import { Idle } from './Idle';
import { OneIncident } from './OneIncident';
import { useActions } from './useActions';
import { useTonight } from './useTonight';

/*
 * Two screens that no first tap needs. They are loaded while nobody taps; should one of them be
 * missing, the simpler screen in its place does as well.
 */
const loadDouble = () => import('./DoubleIncident').then((chunk) => chunk.default);
const loadAfter = () => import('./AfterIncident').then((chunk) => chunk.default);

/** The night screen: no child awake, one child, several, or a child just asleep again. */
export function Tonight() {
  const { t } = useTranslation();
  const now = useNow(SECOND_MS);
  const view = useTonight(now);
  const actions = useActions(view.foldedIncidents);
  const newest = view.openIncidents.at(-1);
  const DoubleIncident = useLoaded(loadDouble);
  const AfterIncident = useLoaded(loadAfter);
  useScreenStaysOn(newest !== undefined);

  usePage(t('tonight.title'));

  if (newest) {
    const Incident = (view.openIncidents.length > 1 && DoubleIncident) || OneIncident;
    return <Incident key={newest.incident.id} view={view} shown={newest} actions={actions} now={now} />;
  }
  if (view.justResolved && AfterIncident)
    return <AfterIncident view={view} resolved={view.justResolved} actions={actions} now={now} />;
  return <Idle view={view} actions={actions} now={now} />;
}

/** Returns a component once it is loaded; null before, and if it cannot be loaded. */
function useLoaded<Props>(load: () => Promise<ComponentType<Props>>): ComponentType<Props> | null {
  const [loaded, setLoaded] = useState<{ Component: ComponentType<Props> } | null>(null);
  useEffect(() => {
    load().then(
      (Component) => setLoaded({ Component }),
      () => undefined,
    );
  }, [load]);
  return loaded?.Component ?? null;
}

function useScreenStaysOn(inIncident: boolean): void {
  const holdsLock = useDeviceSettings((device) => device.keepAwake) && inIncident;
  useEffect(() => (holdsLock ? holdWakeLock() : undefined), [holdsLock]);
}
