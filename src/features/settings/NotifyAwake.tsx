import { useSyncExternalStore } from 'react';
import form from '@/components/form.module.css';
import { useWords } from '@/i18n/language';
import { keepNotices } from '@/pwa/keepNotices';
import { askToNotify, notifyPermission, onPermissionChange } from '@/pwa/notifyPermission';
import { useDevice } from '@/stores/device';
import { YesNo } from './YesNo';

/** Whether an open incident keeps a notification. The one place that asks the browser for the permission, and says why before. */
export function NotifyAwake() {
  const { t } = useWords();
  const { notifyAwake, set } = useDevice();
  const permission = useSyncExternalStore(onPermissionChange, notifyPermission);
  const pick = async (wanted: boolean) => {
    if (!wanted) keepNotices([]);
    set({ notifyAwake: wanted && (await askToNotify()) === 'granted' });
  };
  return (
    <>
      <YesNo label={t('household.notify')} value={notifyAwake && permission === 'granted'} onPick={pick} />
      <p className={form.hint} aria-live="polite">
        {t(permission === 'denied' ? 'household.notifyBlocked' : 'household.notifyHint')}
      </p>
    </>
  );
}
