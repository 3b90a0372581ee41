import type { ReactNode } from 'react';
import { useTranslation } from '@/i18n/useTranslation';
import { useAppStatus } from '@/stores/status';
import styles from './App.module.css';

/** Says that the storage fails, if the file that says more could not be loaded. */
export function StorageSentence(): ReactNode {
  const { t } = useTranslation();
  const hasFailed = useAppStatus((status) => status.storageProblem !== null);
  if (!hasFailed) return null;
  return (
    <p className={styles.banner} role="alert">
      {t('common.storageTrouble')}
    </p>
  );
}
