import type { Runbook } from '@/domain/rows/others';

/**
 * The runbook an incident begins with: with another child down already the triage, else the standard one; null where it was deleted.
 * Of several, the household's own original.
 */
export function chooseRunbook(
  runbooks: readonly Runbook[],
  { otherChildrenAwake }: { otherChildrenAwake: boolean },
): string | null {
  const findByTrigger = (trigger: Runbook['trigger']) => {
    const fitting = runbooks.filter((runbook) => runbook.trigger === trigger && runbook.steps.length > 0);
    return fitting.find(({ id }) => id === trigger) ?? fitting[0];
  };
  return ((otherChildrenAwake ? findByTrigger('double') : undefined) ?? findByTrigger('standard'))?.id ?? null;
}
