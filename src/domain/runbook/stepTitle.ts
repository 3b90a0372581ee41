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
  const answerIndex = timeline.indexOf(entry);
  const lastChoice = choices.findLast((choice) => timeline.indexOf(choice) < answerIndex);
  let followedId: string | null = null;
  // Without any choice, `runbookId` is still the runbook with which the incident began. A choice
  // overwrites it, so what was followed before the first choice is no longer stored.
  if (choices.length === 0) followedId = runbookId;
  else if (lastChoice?.kind === 'runbookChosen') followedId = lastChoice.runbookId;
  // An incident begins with a standard or a double runbook, so these are searched next.
  const initialRunbooks = runbooks.filter(({ trigger }) => trigger === 'standard' || trigger === 'double');
  const candidates = [...runbooks.filter(({ id }) => id === followedId), ...initialRunbooks, ...runbooks];
  return candidates.flatMap(({ steps }) => steps).find(({ id }) => id === entry.stepId)?.title ?? null;
}
