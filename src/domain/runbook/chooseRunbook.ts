import type { Runbook } from '@/domain/rows/others';

/**
 * Returns the id of the runbook with which an incident begins: the `double` one if another child is
 * awake, else the `standard` one; null if there is none with steps. If several have the same
 * trigger, the original one is preferred.
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
