import type { EntryOf, Incident } from '@/domain/rows/incident';
import type { Runbook } from '@/domain/rows/others';
import { stepTitle } from '@/domain/runbook/stepTitle';
import type { Translation } from '@/i18n/useTranslation';

/**
 * What an entry of the runbook says on every screen and in every file: "✓ title", "↷ title" or
 * "→ name". Where the step or the runbook is no longer there, a plain word stands for it.
 *
 * @param runbooks deleted ones included
 */
export function runbookLine(
  entry: EntryOf<'step'> | EntryOf<'runbookChosen'>,
  incident: Incident,
  runbooks: readonly Runbook[],
  t: Translation['t'],
): string {
  if (entry.kind === 'step') {
    const sign = entry.outcome === 'done' ? '✓' : '↷';
    return `${sign} ${stepTitle(incident, entry, runbooks) ?? t('nights.entry.goneStep')}`;
  }
  const { runbookId } = entry;
  if (runbookId === null) return `→ ${t('tonight.runbook.none')}`;
  return `→ ${runbooks.find(({ id }) => id === runbookId)?.name ?? t('dashboard.runbooks.gone')}`;
}
