import { useSyncExternalStore } from 'react';
import { Button } from '@/components/Button';
import { Choice } from '@/components/Choice';
import form from '@/components/form.module.css';
import { Section } from '@/components/Section';
import { useHousehold } from '@/hooks/household';
import { useWords } from '@/i18n/language';
import { LANGUAGES } from '@/i18n/translator';
import { installState, onInstallChange, promptInstall } from '@/pwa/install';
import { canNotify } from '@/pwa/notifyPermission';
import { canHoldWakeLock } from '@/pwa/wakeLock';
import { useDevice } from '@/stores/device';
import { NotifyAwake } from './NotifyAwake';
import { StepSound } from './StepSound';
import { YesNo } from './YesNo';

/** Said in their own language, whatever the screen speaks. */
const LANGUAGE_NAMES = { en: 'English', fr: 'Français' } as const;
const THEMES = ['auto', 'night', 'dark', 'light'] as const;

/** What belongs to this phone alone, and to no log. */
export function ThisPhone() {
  const { t } = useWords();
  const { db, activeCaregivers, holder } = useHousehold();
  const device = useDevice();
  return (
    <>
      <Section title={t('household.device')}>
        {/* Whose phone it is stays so when the GameDay is over. */}
        {!db.simulated && (
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
          label={t('household.theme')}
          options={THEMES.map((theme) => ({ value: theme, label: t(`household.themes.${theme}`) }))}
          value={device.theme}
          onPick={(theme) => device.set({ theme })}
        />
        <p className={form.hint}>{t('household.themeHint')}</p>
        {canHoldWakeLock() && (
          <YesNo
            label={t('household.keepAwake')}
            value={device.keepAwake}
            onPick={(keepAwake) => device.set({ keepAwake })}
          />
        )}
        <StepSound />
        {/* A GameDay's incidents wake nobody, the lock screen least of all. */}
        {!db.simulated && canNotify() && <NotifyAwake />}
      </Section>
      <InstallSection />
    </>
  );
}

function InstallSection() {
  const { t } = useWords();
  const install = useSyncExternalStore(onInstallChange, installState);
  if (install === 'installed' || install === 'none') return null;
  return (
    <Section title={t('household.install')} hint={t('household.installHint')}>
      {install === 'promptable' ? (
        <Button look="primary" onClick={promptInstall}>
          {t('household.installNow')}
        </Button>
      ) : (
        <p>{t('household.installIos')}</p>
      )}
    </Section>
  );
}
