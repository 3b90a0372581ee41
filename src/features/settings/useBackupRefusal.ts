import { type BackupRefusal, refusalValues } from '@/domain/backup';
import { useWords } from '@/i18n/language';

/** Why a file is not taken, and that nothing happened. */
export function useBackupRefusal(): (refusal: BackupRefusal) => string {
  const { t } = useWords();
  return (refusal) => `${t(`backup.refused.${refusal.code}`, refusalValues(refusal))} ${t('backup.unchanged')}`;
}
