import { SettingFrame } from '@/components/SettingFrame';
import { useTranslation } from '@/i18n/useTranslation';
import { PreviousLogSection } from '../PreviousLogSection';
import { RestoreFromFile } from '../RestoreFromFile';

/** Takes the log of a backup, or the one that was here before. */
export function RestorePage() {
  const { t } = useTranslation();
  return (
    <SettingFrame title={t('backup.restoreTitle')} hint={t('backup.restoreHint')}>
      <RestoreFromFile label={t('backup.restore')} />
      <PreviousLogSection />
    </SettingFrame>
  );
}
