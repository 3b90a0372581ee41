import { useEffect } from 'react';
import { useHousehold } from '@/hooks/useHousehold';
import { useTranslation } from '@/i18n/useTranslation';
import type { IncidentNotification } from '@/pwa/incidentNotification';
import { onOpenTonightRequest } from '@/pwa/onOpenTonightRequest';
import { useDeviceSettings } from '@/stores/device';
import { leaveGameDay } from '@/stores/gameDay';

/**
 * Keeps a notification for every open incident of the real log, if the user has enabled this. A tap
 * on one opens Tonight.
 */
export function useIncidentNotifications(): void {
  const { db, children, holder, folded, format } = useHousehold();
  const { t } = useTranslation();
  const isWanted = useDeviceSettings((device) => device.notifyAwake) && !db.isGameDay;

  const notices = folded
    .filter(({ state }) => isWanted && state.isOpen)
    .map(
      ({ incident, state }): IncidentNotification => ({
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
  // The effect compares the notices as text, because most changes of the log do not change them.
  const serialized = JSON.stringify(notices);
  useEffect(() => {
    // The code is loaded only if notifications are enabled.
    if (isWanted)
      import('@/pwa/syncNotifications').then(({ syncNotifications }) => syncNotifications(JSON.parse(serialized)));
  }, [isWanted, serialized]);

  useEffect(
    () =>
      onOpenTonightRequest(() => {
        // The tap is about the real log, so it ends the GameDay.
        if (db.isGameDay) leaveGameDay();
        else location.hash = '#/';
      }),
    [db],
  );
}
