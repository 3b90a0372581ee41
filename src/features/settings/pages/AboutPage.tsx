import { SettingFrame } from '@/components/SettingFrame';
import { useTranslation } from '@/i18n/useTranslation';
import { pageVersion } from '@/lib/pageVersion';
import { useSyncStatus } from '@/stores/sync';
import { LicenceList } from '../LicenceList';
import styles from '../settings.module.css';

/** What this app is: its promise, its version and its licence. */
export function AboutPage() {
  const { t } = useTranslation();
  const isShared = useSyncStatus(({ sharing }) => sharing === 'on');
  return (
    <SettingFrame title="InfernalOps">
      <p className={styles.promise}>{t(isShared ? 'phones.shared.promise' : 'household.promise')}</p>
      <dl className={styles.facts}>
        <dt>{t('household.version')}</dt>
        <dd>{pageVersion() ?? t('household.versionUnknown')}</dd>
        <dt>{t('household.licence')}</dt>
        <dd>
          MIT
          <p>{t('household.licenceHint')}</p>
        </dd>
      </dl>
      <LicenceList />
    </SettingFrame>
  );
}
