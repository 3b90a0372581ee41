import { useSyncExternalStore } from 'react';
import { Button } from '@/components/Button';
import { Choice } from '@/components/Choice';
import form from '@/components/form.module.css';
import { SettingsSection } from '@/components/SettingsSection';
import { useHousehold } from '@/hooks/useHousehold';
import { LANGUAGES } from '@/i18n/translator';
import { useTranslation } from '@/i18n/useTranslation';
import { installState, promptInstall, subscribeToInstallState } from '@/pwa/install';
import { supportsNotificationActions } from '@/pwa/notificationPermission';
import { canHoldWakeLock } from '@/pwa/wakeLock';
import { useDeviceSettings } from '@/stores/device';
import { NotifyAwakeField } from './NotifyAwakeField';
import { StepSoundField } from './StepSoundField';
import { YesNoField } from './YesNoField';

/** Each language is named in itself, whatever the language of the screen. */
const LANGUAGE_NAMES = { en: 'English', fr: 'Français' } as const;
const HOURS = [null, 24, 12] as const;
const THEMES = ['auto', 'night', 'dark', 'light'] as const;

/** The settings kept on this device, which are in no log. */
export function DeviceSection() {
  const { t } = useTranslation();
  const { db, activeCaregivers, holder } = useHousehold();
  const device = useDeviceSettings();
  return (
    <>
      <SettingsSection title={t('household.device')}>
        {/* The holder of the phone is not part of the GameDay: the setting would outlive it. */}
        {!db.isGameDay && (
          <>
            <Choice
              label={t('household.phoneIs')}
              options={[
                ...activeCaregivers.map(({ id, name }) => ({ value: id, label: name })),
                { value: null, label: t('household.nobody') },
              ]}
              value={holder?.id ?? null}
              onPick={(holderId) => device.set({ holderId })}
            />
            <p className={form.hint}>{t('household.phoneHint')}</p>
          </>
        )}
        <Choice
          label={t('household.language')}
          options={[
            { value: null, label: t('household.asDevice') },
            ...LANGUAGES.map((language) => ({
              value: language,
              label: <span lang={language}>{LANGUAGE_NAMES[language]}</span>,
            })),
          ]}
          value={device.language}
          onPick={(language) => device.set({ language })}
        />
        <Choice
          label={t('household.clock')}
          options={HOURS.map((hours) => ({ value: hours, label: t(`household.clocks.h${hours ?? 'AsDevice'}`) }))}
          value={device.hours}
          onPick={(hours) => device.set({ hours })}
        />
        <p className={form.hint}>{t('household.clockHint')}</p>
        <Choice
          label={t('household.theme')}
          options={THEMES.map((theme) => ({ value: theme, label: t(`household.themes.${theme}`) }))}
          value={device.theme}
          onPick={(theme) => device.set({ theme })}
        />
        <p className={form.hint}>{t('household.themeHint')}</p>
        {canHoldWakeLock() && (
          <YesNoField
            label={t('household.keepAwake')}
            value={device.keepAwake}
            onPick={(keepAwake) => device.set({ keepAwake })}
          />
        )}
        <StepSoundField />
        {/* A GameDay shows no notifications. */}
        {!db.isGameDay && supportsNotificationActions() && <NotifyAwakeField />}
      </SettingsSection>
      <InstallSection />
    </>
  );
}

function InstallSection() {
  const { t } = useTranslation();
  const install = useSyncExternalStore(subscribeToInstallState, installState);
  if (install === 'installed' || install === 'unavailable') return null;
  return (
    <SettingsSection title={t('household.install')} hint={t('household.installHint')}>
      {install === 'promptable' ? (
        <Button variant="primary" onClick={promptInstall}>
          {t('household.installNow')}
        </Button>
      ) : (
        <p>{t('household.installIos')}</p>
      )}
    </SettingsSection>
  );
}
