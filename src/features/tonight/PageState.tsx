import { pagesOf } from '@/domain/paging/pagesOf';
import { useDayMessages } from '@/hooks/useDayMessages';
import { useHousehold } from '@/hooks/useHousehold';
import { useTranslation } from '@/i18n/useTranslation';
import { usePagerStatus } from '@/stores/pager';
import type { ActiveRunbook } from './useActiveRunbook';

interface PageStateProps {
  followed: ActiveRunbook;
  /** The name of the caregiver who is paged. */
  name: string;
}

/** Says how far the page of a step has come, from the tap to the phone that rings. */
export default function PageState({ followed, name }: PageStateProps) {
  const { t } = useTranslation();
  const { tonight, holder } = useHousehold();
  const areWordsHere = useDayMessages();
  const sending = usePagerStatus((pager) => pager.sending);
  const { targetIncident, currentStep } = followed;
  const page = pagesOf(targetIncident, tonight.runbooks).findLast(
    ({ escalated }) => escalated.to === currentStep.targetId,
  );
  if (!areWordsHere || !page) return null;
  if (currentStep.targetId === holder?.id) return t('paging.state.you');
  if (page.deliveredAt !== null) return t('paging.state.delivered', { name });
  return t(`paging.state.${sending[page.escalated.id] ?? 'waiting'}`, { name });
}
