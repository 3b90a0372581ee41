import { useEffect } from 'react';
import { useHousehold } from '@/hooks/household';
import { useWords } from '@/i18n/language';
import type { IncidentNotice } from '@/pwa/incidentNotice';
import { onAskedForTonight } from '@/pwa/serviceWorker';
import { useDevice } from '@/stores/device';
import { leaveGameDay } from '@/stores/gameDay';

/** Keeps a notification for every open incident of the real log, where that was asked for, and follows a tap on one. */
export function useIncidentNotifications(): void {
  const { db, children, holder, folded, format } = useHousehold();
  const { t } = useWords();
  const wanted = useDevice((device) => device.notifyAwake) && !db.simulated;

  const notices = folded
    .filter(({ state }) => wanted && state.open)
    .map(
      ({ incident, state }): IncidentNotice => ({
        incidentId: incident.id,
        title: t('tonight.notification.title', {
          child: children.find(({ id }) => id === incident.childId)?.name ?? t('common.somebody'),
        }),
        body: t('tonight.since', { time: format.time(state.awakeSince) }),
        settle: t('tonight.asleepAgain'),
        notWritten: t('tonight.notification.notWritten'),
        detectedAt: state.detectedAt,
        holderId: holder?.id ?? null,
      }),
    );
  // As text: most changes of the log say nothing new of an incident that is open.
  const said = JSON.stringify(notices);
  useEffect(() => {
    // Whoever does not want it does not load it.
    if (wanted) import('@/pwa/keepNotices').then(({ keepNotices }) => keepNotices(JSON.parse(said)));
  }, [wanted, said]);

  useEffect(
    () =>
      onAskedForTonight(() => {
        // Somebody is really awake: never mind the GameDay.
        if (db.simulated) leaveGameDay();
        else location.hash = '#/';
      }),
    [db],
  );
}
