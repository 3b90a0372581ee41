import type { EntryOf } from '@/domain/rows/incident';
import type { Runbook } from '@/domain/rows/others';
import { needsSecondAdult } from '@/domain/runbook/needsSecondAdult';
import type { FoldedIncident } from '@/domain/tonight';
import { answerIn, type PageAnswer } from './pagesIn';

/**
 * How an escalation ended: as a page does, or
 * - `calledAgain`: the same caregiver was called once more before anything came of it.
 * - `open`: nothing has come of it yet.
 */
type EscalationEnding = PageAnswer['kind'] | 'calledAgain' | 'open';

interface Escalation {
  escalated: EntryOf<'escalated'>;
  ending: EscalationEnding;
}

/**
 * Returns the escalations of an incident in their order, by voice and by page, each with how it
 * ended. What is said after another call to the same caregiver belongs to that one.
 *
 * @param runbooks all runbooks, including deleted ones: the one that the incident follows decides
 *   whether an escalation is over when somebody else gets up
 * @example Dad is called 2:44, paged 2:47, is up 2:48 → by voice: calledAgain; by page: up
 */
export function escalationsOf({ incident, state }: FoldedIncident, runbooks: readonly Runbook[]): Escalation[] {
  const { entries } = state;
  const runbook = runbooks.find(({ id }) => id === incident.runbookId);
  return entries.flatMap((escalated, index) => {
    if (escalated.kind !== 'escalated') return [];
    const later = entries.slice(index + 1);
    const nextIndex = later.findIndex((other) => other.kind === 'escalated' && other.to === escalated.to);
    const said = nextIndex < 0 ? later : later.slice(0, nextIndex);
    const answer = answerIn(said, escalated, needsSecondAdult(runbook?.trigger));
    return [{ escalated, ending: answer?.kind ?? (nextIndex < 0 ? 'open' : 'calledAgain') }];
  });
}
