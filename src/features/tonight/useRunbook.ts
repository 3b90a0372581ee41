import type { Runbook } from '@/domain/rows/others';
import { type CurrentStep, currentStep } from '@/domain/runbook/engine';
import type { Situation } from '@/domain/runbook/turns';
import { upAt } from '@/domain/timeline/upAt';
import type { Folded } from '@/domain/tonight';
import { useHousehold } from '@/hooks/household';
import type { Instant } from '@/lib/time';
import { useOnCall } from './useOnCall';
import type { TonightView } from './useTonight';

/** The runbook that is gone by, where it stands, and whose incident it writes to. */
export interface RunbookView {
  /** The incident that is led: in a double incident the one that brought the triage, whichever child is in front. */
  led: Folded;
  runbook: Runbook;
  situation: Situation;
  current: CurrentStep;
}

/**
 * The step for the child in front, computed from the timeline, the rota and the time. Null off-script: the incident goes by no
 * runbook, its runbook was deleted, or all its steps are done.
 */
export function useRunbook(view: TonightView, front: Folded, now: Instant): RunbookView | null {
  const { household, tonight, activeCaregivers } = useHousehold();
  const { duty } = useOnCall();
  const runbookOf = ({ incident }: Folded) => tonight.runbooks.find(({ id }) => id === incident.runbookId);
  const triaged =
    view.open.length > 1 ? view.open.findLast((open) => runbookOf(open)?.trigger === 'double') : undefined;
  const led = triaged ?? front;
  const runbook = runbookOf(led);
  if (!runbook) return null;

  const situation: Situation = {
    runbook,
    state: led.state,
    duty,
    caregivers: activeCaregivers.map(({ id }) => id),
    upElsewhere: (at) =>
      view.folded.filter((other) => other !== led).flatMap(({ state }) => [...upAt(state.entries, at)]),
    graceSeconds: household.graceSeconds,
  };
  const current = currentStep(situation, now);
  return current && { led, runbook, situation, current };
}
