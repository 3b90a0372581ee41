import { Button } from '@/components/Button';
import type { Answer } from '@/domain/runbook/engine';
import { useHousehold } from '@/hooks/household';
import { useWords } from '@/i18n/language';
import styles from './Tonight.module.css';
import type { Actions } from './useActions';
import type { RunbookView } from './useRunbook';

/** The one or two answers the step wants, and the way past it. */
export function StepAnswers({ followed, actions }: { followed: RunbookView; actions: Actions }) {
  const { t } = useWords();
  const { caregivers } = useHousehold();
  const { answers, step } = followed.current;
  const name = (id: string) => caregivers.find((caregiver) => caregiver.id === id)?.name ?? t('common.somebody');

  const label = (answer: Answer): string => {
    switch (answer.kind) {
      case 'up':
        return t('tonight.isUp', { name: name(answer.by) });
      case 'noResponse':
        return t('tonight.runbook.didNotWake', { name: name(answer.by) });
      case 'wake':
        return t('tonight.runbook.wake', { name: name(answer.to) });
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
          look={answer.kind === 'skip' ? 'plain' : 'primary'}
          onClick={() => actions.answer(followed, answer)}
        >
          {label(answer)}
        </Button>
      ))}
    </div>
  );
}
