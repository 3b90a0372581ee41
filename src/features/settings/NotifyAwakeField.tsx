import { useSyncExternalStore } from 'react';
import form from '@/components/form.module.css';
import { useTranslation } from '@/i18n/useTranslation';
import {
  readNotificationPermission,
  requestNotificationPermission,
  subscribeToPermission,
} from '@/pwa/notificationPermission';
import { syncNotifications } from '@/pwa/syncNotifications';
import { useDeviceSettings } from '@/stores/device';
import { YesNoField } from './YesNoField';

/**
 * Whether an open incident keeps a notification. Only this field asks the browser for the
 * permission, and its hint says why beforehand.
 */
export function NotifyAwakeField() {
  const { t } = useTranslation();
  const { notifyAwake, set } = useDeviceSettings();
  const permission = useSyncExternalStore(subscribeToPermission, readNotificationPermission);
  const pick = async (wanted: boolean) => {
    if (!wanted) syncNotifications([]);
    set({ notifyAwake: wanted && (await requestNotificationPermission()) === 'granted' });
  };
  return (
    <>
      <YesNoField label={t('household.notify')} value={notifyAwake && permission === 'granted'} onPick={pick} />
      <p className={form.hint} aria-live="polite">
        {t(permission === 'denied' ? 'household.notifyBlocked' : 'household.notifyHint')}
      </p>
    </>
  );
}
