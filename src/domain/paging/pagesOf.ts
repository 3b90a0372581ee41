import type { Runbook } from '@/domain/rows/others';
import { needsSecondAdult } from '@/domain/runbook/needsSecondAdult';
import type { FoldedIncident } from '@/domain/tonight';
import { type Page, pagesIn } from './pagesIn';

/**
 * Returns the pages of an incident in their order, each with what came of it. The runbook that the
 * incident follows decides whether one adult who is up is enough.
 *
 * @param runbooks all runbooks, including deleted ones: past nights still follow theirs
 */
export function pagesOf({ incident, state }: FoldedIncident, runbooks: readonly Runbook[]): Page[] {
  const runbook = runbooks.find(({ id }) => id === incident.runbookId);
  return pagesIn(state, needsSecondAdult(runbook?.trigger));
}
