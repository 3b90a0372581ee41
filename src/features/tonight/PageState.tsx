import { pagesIn } from '@/domain/paging/pagesIn';
import { needsSecondAdult } from '@/domain/paging/pageToAnswer';
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
  const { incident, state } = targetIncident;
  const page = pagesIn(state, needsSecondAdult(incident, tonight.runbooks)).findLast(
    ({ escalated }) => escalated.to === currentStep.targetId,
  );
  if (!areWordsHere || !page) return null;
  if (currentStep.targetId === holder?.id) return t('paging.state.you');
  if (page.deliveredAt !== null) return t('paging.state.delivered', { name });
  // Another phone has sent it if this one did not.
  return t(`paging.state.${sending[page.escalated.id] ?? 'sent'}`, { name });
}
