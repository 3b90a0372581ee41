import type { EntryOf, Incident } from '@/domain/rows/incident';
import type { Runbook } from '@/domain/rows/others';
import { stepTitle } from '@/domain/runbook/stepTitle';
import type { Translation } from '@/i18n/useTranslation';

/**
 * Formats an entry about the runbook, the same on every screen and in every file: "✓ title", "↷
 * title" or "→ name". If the step or the runbook no longer exists, a plain word replaces its
 * name.
 * @param runbooks all runbooks, including deleted ones
 */
export function formatRunbookEntry(
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
  if (runbookId === null) return `→ ${t('sheets.noRunbook')}`;
  return `→ ${runbooks.find(({ id }) => id === runbookId)?.name ?? t('dashboard.runbooks.gone')}`;
}
