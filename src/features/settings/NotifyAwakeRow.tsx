import { useSyncExternalStore } from 'react';
import { SwitchRow } from '@/components/rows/SwitchRow';
import { useTranslation } from '@/i18n/useTranslation';
import {
  readNotificationPermission,
  requestNotificationPermission,
  subscribeToPermission,
} from '@/pwa/notificationPermission';
import { syncNotifications } from '@/pwa/syncNotifications';
import { useDeviceSettings } from '@/stores/device';

/**
 * Whether an open incident keeps a notification. Only this row asks the browser for the permission,
 * and its hint says why beforehand.
 */
export function NotifyAwakeRow() {
  const { t } = useTranslation();
  const { notifyAwake, set } = useDeviceSettings();
  const permission = useSyncExternalStore(subscribeToPermission, readNotificationPermission);
  const onSwitch = async (isOn: boolean) => {
    if (!isOn) syncNotifications([]);
    set({ notifyAwake: isOn && (await requestNotificationPermission()) === 'granted' });
  };
  return (
    <SwitchRow
      title={t('household.notify')}
      hint={t(permission === 'denied' ? 'household.notifyBlocked' : 'household.notifyHint')}
      isOn={notifyAwake && permission === 'granted'}
      onSwitch={onSwitch}
    />
  );
}
