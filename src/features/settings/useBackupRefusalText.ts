import { type BackupRefusal, refusalValues } from '@/domain/backup';
import { useTranslation } from '@/i18n/useTranslation';

/** Why a file is not taken, and that nothing happened. */
export function useBackupRefusalText(): (refusal: BackupRefusal) => string {
  const { t } = useTranslation();
  return (refusal) => `${t(`backup.refused.${refusal.code}`, refusalValues(refusal))} ${t('backup.unchanged')}`;
}
