import type { EntryOf, Incident } from '@/domain/rows/incident';
import type { Runbook } from '@/domain/rows/others';

/**
 * The title of the step that an entry answers; null where no runbook has such a step any more. The
 * originals share some step ids, so the runbook that was followed when it was answered comes first.
 *
 * @param runbooks deleted ones included: their steps are still named in past nights
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
  // Before the first choice an incident follows what it was opened with: a standard or a double one.
  const opening = runbooks.filter(({ trigger }) => trigger === 'standard' || trigger === 'double');
  const searched = [...runbooks.filter(({ id }) => id === followed), ...opening, ...runbooks];
  return searched.flatMap(({ steps }) => steps).find(({ id }) => id === entry.stepId)?.title ?? null;
}
