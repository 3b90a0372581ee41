import { useSyncExternalStore } from 'react';
import { Button } from '@/components/Button';
import { LinkRow } from '@/components/rows/LinkRow';
import { RowGroup } from '@/components/rows/RowGroup';
import { SettingFrame } from '@/components/SettingFrame';
import { useTranslation } from '@/i18n/useTranslation';
import { installState, promptInstall, subscribeToInstallState } from '@/pwa/install';

/** Puts the app on the home screen, or says how to. */
export function InstallPage() {
  const { t } = useTranslation();
  const install = useSyncExternalStore(subscribeToInstallState, installState);
  return (
    <SettingFrame title={t('household.install')} hint={t('household.installHint')}>
      {install === 'promptable' && (
        <Button variant="primary" onClick={promptInstall}>
          {t('household.installNow')}
        </Button>
      )}
      {install === 'ios' && <OnIos />}
    </SettingFrame>
  );
}

function OnIos() {
  const { t } = useTranslation();
  return (
    <>
      <p>{t('household.installIos')}</p>
      <p>{t('household.installIosOwnLog')}</p>
      <RowGroup>
        <LinkRow page="backup" title={t('backup.title')} />
      </RowGroup>
    </>
  );
}
