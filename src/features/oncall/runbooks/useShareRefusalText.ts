import { refusalValues } from '@/domain/backup';
import type { ShareRefusal } from '@/domain/runbook/share';
import { useTranslation } from '@/i18n/useTranslation';

/** Returns a function that formats why a shared runbook was refused, and that nothing changed. */
export function useShareRefusalText(): (refusal: ShareRefusal) => string {
  const { t } = useTranslation();
  return (refusal) => `${t(`runbooks.refused.${refusal.code}`, refusalValues(refusal))} ${t('runbooks.unchanged')}`;
}
