import { SettingFrame } from '@/components/SettingFrame';
import { useTranslation } from '@/i18n/useTranslation';
import styles from '../settings.module.css';

/** The build writes the version into the page (build/publishVersion.ts). */
const pageVersion = (): string | undefined =>
  document.querySelector<HTMLElement>('script[data-version]')?.dataset.version;

/** What this app is: its promise, its version and its licence. */
export function AboutPage() {
  const { t } = useTranslation();
  return (
    <SettingFrame title="InfernalOps">
      <p className={styles.promise}>{t('household.promise')}</p>
      <dl className={styles.facts}>
        <dt>{t('household.version')}</dt>
        <dd>{pageVersion() ?? t('household.versionUnknown')}</dd>
        <dt>{t('household.licence')}</dt>
        <dd>
          MIT
          <p>{t('household.licenceHint')}</p>
        </dd>
      </dl>
    </SettingFrame>
  );
}
