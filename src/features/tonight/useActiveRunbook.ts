import type { Runbook } from '@/domain/rows/others';
import { type CurrentStep, currentStep } from '@/domain/runbook/currentStep';
import type { RunbookContext } from '@/domain/runbook/turns';
import { caregiversUpAt } from '@/domain/timeline/caregiversUpAt';
import type { FoldedIncident } from '@/domain/tonight';
import { useHousehold } from '@/hooks/useHousehold';
import type { Instant } from '@/lib/time';
import { usePagerStatus } from '@/stores/pager';
import { useOnCall } from './useOnCall';
import type { TonightView } from './useTonight';

/**
 * The runbook that is followed, its current step, and the incident that its answers are written to.
 */
export interface ActiveRunbook {
  /**
   * The incident that the runbook guides. In a double incident this is the incident that started
   * the triage, whichever child is in front.
   */
  targetIncident: FoldedIncident;
  runbook: Runbook;
  situation: RunbookContext;
  currentStep: CurrentStep;
}

/**
 * Returns the step for the child in front, computed from the timeline, the rota and the time.
 * Returns null if the incident follows no runbook, if its runbook was deleted, or if all its steps
 * are done.
 */
export function useActiveRunbook(view: TonightView, frontIncident: FoldedIncident, now: Instant): ActiveRunbook | null {
  const { household, tonight, activeCaregivers, holder } = useHousehold();
  const pageable = usePagerStatus((pager) => pager.pageable);
  const { dutyAt } = useOnCall();
  const runbookOf = ({ incident }: FoldedIncident) => tonight.runbooks.find(({ id }) => id === incident.runbookId);
  const triageIncident =
    view.openIncidents.length > 1
      ? view.openIncidents.findLast((open) => runbookOf(open)?.trigger === 'double')
      : undefined;
  const targetIncident = triageIncident ?? frontIncident;
  const runbook = runbookOf(targetIncident);
  if (!runbook) return null;

  const situation: RunbookContext = {
    runbook,
    state: targetIncident.state,
    dutyAt,
    caregivers: activeCaregivers.map(({ id }) => id),
    upWithOtherChildAt: (at) =>
      view.foldedIncidents
        .filter((foldedIncident) => foldedIncident !== targetIncident)
        .flatMap(({ state }) => [...caregiversUpAt(state.entries, at)]),
    holderId: holder?.id,
    canPage: (id) => pageable.includes(id),
    graceSeconds: household.graceSeconds,
  };
  const current = currentStep(situation, now);
  return current && { targetIncident, runbook, situation, currentStep: current };
}
