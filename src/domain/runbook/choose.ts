import type { Runbook } from '@/domain/rows/others';

/**
 * The runbook an incident begins with: with another child down already the triage, else the standard one; null where it was deleted.
 * Of several, the household's own original.
 */
export function chooseRunbook(runbooks: readonly Runbook[], { othersDown }: { othersDown: boolean }): string | null {
  const of = (trigger: Runbook['trigger']) => {
    const fitting = runbooks.filter((runbook) => runbook.trigger === trigger && runbook.steps.length > 0);
    return fitting.find(({ id }) => id === trigger) ?? fitting[0];
  };
  return ((othersDown ? of('double') : undefined) ?? of('standard'))?.id ?? null;
}
