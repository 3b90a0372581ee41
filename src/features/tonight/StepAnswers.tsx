import { Button } from '@/components/Button';
import type { StepAnswer } from '@/domain/runbook/currentStep';
import { useHousehold } from '@/hooks/useHousehold';
import { useTranslation } from '@/i18n/useTranslation';
import styles from './Incident.module.css';
import type { Actions } from './useActions';
import type { ActiveRunbook } from './useActiveRunbook';

interface StepAnswersProps {
  followed: ActiveRunbook;
  /** The one or two answers that are offered. */
  answers: readonly StepAnswer[];
  actions: Actions;
}

/** Shows the answers to the step, large enough for a thumb in the dark. */
export function StepAnswers({ followed, answers, actions }: StepAnswersProps) {
  const { t } = useTranslation();
  const { caregivers, holder } = useHousehold();
  const { step } = followed.currentStep;
  const nameOf = (id: string) => caregivers.find((caregiver) => caregiver.id === id)?.name ?? t('common.somebody');

  const formatAnswer = (answer: StepAnswer): string => {
    switch (answer.kind) {
      case 'up':
        return answer.by === holder?.id ? t('tonight.runbook.imUp') : t('tonight.isUp', { name: nameOf(answer.by) });
      case 'noResponse':
        return t('tonight.runbook.didNotWake', { name: nameOf(answer.by) });
      case 'declined':
        return t('tonight.runbook.cannot');
      case 'page':
        return t('tonight.runbook.page', { name: nameOf(answer.to) });
      case 'wake':
        return t('tonight.runbook.wake', { name: nameOf(answer.to) });
      case 'remedy':
        return t(`common.remedy.${answer.remedy}`);
      case 'done':
        return t('tonight.runbook.done');
      case 'skip':
        return t(step.kind === 'remedy' && answers.length === 1 ? 'tonight.runbook.next' : 'tonight.runbook.skip');
    }
  };
  return (
    <div className={styles.answers} role="group" aria-label={step.title}>
      {answers.map((answer) => (
        <Button night key={JSON.stringify(answer)} onClick={() => actions.answerStep(followed, answer)}>
          {formatAnswer(answer)}
        </Button>
      ))}
    </div>
  );
}
