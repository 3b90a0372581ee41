import { Button } from '@/components/Button';
import type { StepAnswer } from '@/domain/runbook/currentStep';
import { useHousehold } from '@/hooks/useHousehold';
import { useTranslation } from '@/i18n/useTranslation';
import styles from './Tonight.module.css';
import type { Actions } from './useActions';
import type { ActiveRunbook } from './useActiveRunbook';

/** Shows the one or two answers to the step, and a button to skip the step. */
export function StepAnswers({ followed, actions }: { followed: ActiveRunbook; actions: Actions }) {
  const { t } = useTranslation();
  const { caregivers } = useHousehold();
  const { answers, step } = followed.currentStep;
  const nameOf = (id: string) => caregivers.find((caregiver) => caregiver.id === id)?.name ?? t('common.somebody');

  const formatAnswer = (answer: StepAnswer): string => {
    switch (answer.kind) {
      case 'up':
        return t('tonight.isUp', { name: nameOf(answer.by) });
      case 'noResponse':
        return t('tonight.runbook.didNotWake', { name: nameOf(answer.by) });
      case 'wake':
        return t('tonight.runbook.wake', { name: nameOf(answer.to) });
      case 'remedy':
        return t(`common.remedy.${answer.remedy}`);
      case 'done':
        return t('tonight.runbook.done');
      case 'skip':
        return t(answers.length === 0 && step.kind === 'remedy' ? 'tonight.runbook.next' : 'tonight.runbook.skip');
    }
  };
  return (
    <div className={styles.row} role="group" aria-label={step.title}>
      {[...answers, { kind: 'skip' } as const].map((answer) => (
        <Button
          night
          key={JSON.stringify(answer)}
          variant={answer.kind === 'skip' ? 'plain' : 'primary'}
          onClick={() => actions.answerStep(followed, answer)}
        >
          {formatAnswer(answer)}
        </Button>
      ))}
    </div>
  );
}
