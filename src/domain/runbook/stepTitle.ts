import type { EntryOf, Incident } from '@/domain/rows/incident';
import type { Runbook } from '@/domain/rows/others';

/**
 * Returns the title of the step that an entry answers; null if no runbook has that step any more.
 * The originals have some step ids in common, so the runbook that was followed at the time of the
 * answer is searched first.
 *
 * @param runbooks all runbooks, including deleted ones: past nights still show their steps
 */
export function stepTitle(
  { runbookId, timeline }: Pick<Incident, 'runbookId' | 'timeline'>,
  entry: EntryOf<'step'>,
  runbooks: readonly Runbook[],
): string | null {
  const choices = timeline.filter(({ kind, deletedAt }) => kind === 'runbookChosen' && deletedAt === null);
  const place = timeline.indexOf(entry);
  const choice = choices.findLast((other) => timeline.indexOf(other) < place);
  const followed = choice?.kind === 'runbookChosen' ? choice.runbookId : choices.length > 0 ? null : runbookId;
  // Before the first choice an incident follows the runbook with which it began, which is not
  // stored: a standard or a double one.
  const atDetection = runbooks.filter(({ trigger }) => trigger === 'standard' || trigger === 'double');
  const searched = [...runbooks.filter(({ id }) => id === followed), ...atDetection, ...runbooks];
  return searched.flatMap(({ steps }) => steps).find(({ id }) => id === entry.stepId)?.title ?? null;
}
