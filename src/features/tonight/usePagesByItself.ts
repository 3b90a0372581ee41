import { useEffect, useEffectEvent } from 'react';
import { useHousehold } from '@/hooks/useHousehold';
import { SCREEN_CHANGE_MS } from './tapGuard';
import type { Actions } from './useActions';
import type { ActiveRunbook } from './useActiveRunbook';

/** The clock and the timer need not agree to the millisecond. */
const MARGIN_MS = 100;

/**
 * Pages whoever is to be woken without a tap, where the household wants that, as soon as the step
 * has its turn. Two windows that do so at the same time log one page, because its id is the step's.
 */
export function usePagesByItself(followed: ActiveRunbook | null, actions: Actions): void {
  const { household } = useHousehold();
  const answer = followed?.currentStep.answers.find(({ kind }) => kind === 'page');
  const isDue = household.pagesByItself === true && answer !== undefined;
  const dueStep = isDue ? `${followed?.targetIncident.incident.id} ${followed?.currentStep.step.id}` : null;
  const page = useEffectEvent(() => {
    if (followed && answer) void actions.answerStep(followed, answer);
  });
  useEffect(() => {
    if (dueStep === null) return;
    // A tap that comes while the step changes is ignored, and so would this be.
    const timer = setTimeout(page, SCREEN_CHANGE_MS + MARGIN_MS);
    return () => clearTimeout(timer);
  }, [dueStep]);
}
