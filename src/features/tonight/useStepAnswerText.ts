import type { StepAnswer } from '@/domain/runbook/currentStep';
import { useHousehold } from '@/hooks/useHousehold';
import { useTranslation } from '@/i18n/useTranslation';
import type { Instant } from '@/lib/time';

/** Returns a function that formats the message for an answer that was logged. */
export function useStepAnswerText() {
  const { t } = useTranslation();
  const { caregivers, format } = useHousehold();
  const nameOf = (id: string) => caregivers.find((caregiver) => caregiver.id === id)?.name ?? t('common.somebody');

  return (answer: StepAnswer, at: Instant): string => {
    const time = format.time(at);
    switch (answer.kind) {
      case 'up':
        return t('tonight.toast.acknowledged', { name: nameOf(answer.by), time });
      case 'noResponse':
        return t('tonight.toast.noResponse', { name: nameOf(answer.by), time });
      case 'declined':
        return t('tonight.toast.declined', { name: nameOf(answer.by), time });
      case 'page':
        return t('tonight.toast.paged', { name: nameOf(answer.to), time });
      case 'wake':
        return t('tonight.toast.escalated', { name: nameOf(answer.to), time });
      case 'remedy':
        return t('tonight.toast.remedy', { remedy: t(`common.remedy.${answer.remedy}`), time });
      case 'done':
        return t('tonight.toast.stepDone', { time });
      case 'skip':
        return t('tonight.toast.stepSkipped', { time });
    }
  };
}
