import { type BackupRefusal, refusalValues } from '@/domain/backup';
import { useTranslation } from '@/i18n/useTranslation';

/** Returns a function that formats why a backup was refused, and that nothing changed. */
export function useBackupRefusalText(): (refusal: BackupRefusal) => string {
  const { t } = useTranslation();
  return (refusal) => `${t(`backup.refused.${refusal.code}`, refusalValues(refusal))} ${t('backup.unchanged')}`;
}
