import { refusalValues } from '@/domain/backup';
import type { ShareRefusal } from '@/domain/runbook/share';
import { useTranslation } from '@/i18n/useTranslation';

/** Why somebody else's runbook is not taken, and that nothing happened. */
export function useShareRefusalText(): (refusal: ShareRefusal) => string {
  const { t } = useTranslation();
  return (refusal) => `${t(`runbooks.refused.${refusal.code}`, refusalValues(refusal))} ${t('runbooks.unchanged')}`;
}
