import type { Answer } from '@/domain/runbook/engine';
import { useHousehold } from '@/hooks/household';
import { useWords } from '@/i18n/language';
import type { Instant } from '@/lib/time';

/** What the screen says of an answer that was logged. */
export function useAnswerWords() {
  const { t } = useWords();
  const { caregivers, format } = useHousehold();
  const nameOf = (id: string) => caregivers.find((caregiver) => caregiver.id === id)?.name ?? t('common.somebody');

  return (answer: Answer, at: Instant): string => {
    const time = format.time(at);
    switch (answer.kind) {
      case 'up':
        return t('tonight.said.acknowledged', { name: nameOf(answer.by), time });
      case 'noResponse':
        return t('tonight.said.noResponse', { name: nameOf(answer.by), time });
      case 'wake':
        return t('tonight.said.escalated', { name: nameOf(answer.to), time });
      case 'remedy':
        return t('tonight.said.remedy', { remedy: t(`common.remedy.${answer.remedy}`), time });
      case 'done':
        return t('tonight.said.stepDone', { time });
      case 'skip':
        return t('tonight.said.stepSkipped', { time });
    }
  };
}
