import type { ComparedLog, ImportPlan } from './importPlan';

/** Whether all that the log has of these files was deleted at one instant: an undone import. */
export function wasUndone(plan: ImportPlan, log: ComparedLog): boolean {
  const ids = new Set(
    [plan.incidents, plan.observations].flatMap(({ alreadyHere, broughtBack, deletedHere }) =>
      [...alreadyHere, ...broughtBack, ...deletedHere].map(({ id }) => id),
    ),
  );
  const deletions = new Set(
    [...log.incidents, ...log.observations].flatMap((row) => (ids.has(row.id) ? row.deletedAt : [])),
  );
  return deletions.size === 1 && !deletions.has(null);
}
