import { useLiveQuery } from 'dexie-react-hooks';
import { SettingFrame } from '@/components/SettingFrame';
import { hasLogged } from '@/db/queries';
import { useHousehold } from '@/hooks/useHousehold';
import { useTranslation } from '@/i18n/useTranslation';
import { useSyncStatus } from '@/stores/sync';
import { SaveBackupButton } from '../SaveBackupButton';
import { useBackupAge } from '../useBackupAge';

/** Saves the log as a file, and says how old the last such file is. */
export function BackupPage() {
  const { t } = useTranslation();
  const { db } = useHousehold();
  const isShared = useSyncStatus(({ sharing }) => sharing === 'on');
  const isEmpty = useLiveQuery(() => hasLogged(db), [db]) === false;
  const days = useBackupAge();
  return (
    <SettingFrame title={t('backup.title')} hint={t(isShared ? 'phones.shared.backupHint' : 'backup.hint')}>
      <p>{days === null ? t(isEmpty ? 'backup.empty' : 'backup.never') : t('backup.age', { days })}</p>
      <SaveBackupButton variant="primary" disabled={isEmpty} label={t('backup.save')} />
    </SettingFrame>
  );
}
