import { refusalValues } from '@/domain/backup';
import type { ShareRefusal } from '@/domain/runbook/share';
import { useWords } from '@/i18n/language';

/** Why somebody else's runbook is not taken, and that nothing happened. */
export function useShareRefusal(): (refusal: ShareRefusal) => string {
  const { t } = useWords();
  return (refusal) => `${t(`runbooks.refused.${refusal.code}`, refusalValues(refusal))} ${t('runbooks.unchanged')}`;
}
