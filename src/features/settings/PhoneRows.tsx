import { useSyncExternalStore } from 'react';
import { LinkRow } from '@/components/rows/LinkRow';
import { RowGroup } from '@/components/rows/RowGroup';
import { SwitchRow } from '@/components/rows/SwitchRow';
import { useHousehold } from '@/hooks/useHousehold';
import { useTranslation } from '@/i18n/useTranslation';
import { chime } from '@/pwa/chime';
import { installState, subscribeToInstallState } from '@/pwa/install';
import { supportsNotificationActions } from '@/pwa/notificationPermission';
import { canHoldWakeLock } from '@/pwa/wakeLock';
import { useDeviceSettings } from '@/stores/device';
import { languageName } from './languageNames';
import { NotifyAwakeRow } from './NotifyAwakeRow';

/** The settings kept on this phone, which are in no log. */
export function PhoneRows() {
  const { t } = useTranslation();
  const { db, activeChildren, holder } = useHousehold();
  const { language, hours, theme, keepAwake, stepSound, set } = useDeviceSettings();
  const install = useSyncExternalStore(subscribeToInstallState, installState);
  // A sound that is switched on plays, so that nobody hears it for the first time at 2:43.
  const switchSound = (isOn: boolean) => {
    set({ stepSound: isOn });
    if (isOn) chime();
  };
  return (
    <RowGroup title={t('household.device')}>
      {/* The holder of the phone is not part of the GameDay: the setting would outlive it. */}
      {!db.isGameDay && (
        <LinkRow
          page="phone"
          title={t('household.phoneIs')}
          state={holder?.name ?? t('household.nobody').toLocaleLowerCase()}
        />
      )}
      <LinkRow
        page="language"
        title={t('household.language')}
        state={language ? languageName(language) : t('household.asDevice').toLocaleLowerCase()}
      />
      <LinkRow
        page="appearance"
        title={t('household.theme')}
        state={t(`household.themes.${theme}`).toLocaleLowerCase()}
      />
      <LinkRow
        page="clock"
        title={t('household.clock')}
        state={t(`household.clocks.h${hours ?? 'AsDevice'}`).toLocaleLowerCase()}
      />
      {/* A GameDay shows no notifications. */}
      {!db.isGameDay && supportsNotificationActions() && <NotifyAwakeRow />}
      {canHoldWakeLock() && (
        <SwitchRow
          title={t('household.keepAwake')}
          hint={t('household.keepAwakeHint')}
          isOn={keepAwake}
          onSwitch={(isOn) => set({ keepAwake: isOn })}
        />
      )}
      <SwitchRow
        title={t('household.stepSound')}
        hint={t('household.stepSoundHint')}
        isOn={stepSound}
        onSwitch={switchSound}
      />
      <LinkRow page="links" title={t('household.links')} state={activeChildren.map(({ name }) => name).join(', ')} />
      {(install === 'promptable' || install === 'ios') && <LinkRow page="install" title={t('household.install')} />}
    </RowGroup>
  );
}
