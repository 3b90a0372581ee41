import type { Child } from '@/domain/rows/household';
import type { FoldedIncident } from '@/domain/tonight';
import type { Translation } from '@/i18n/useTranslation';

/** Read by public/early.js before the app is up at the next start. */
const SHELL_HINTS_KEY = 'infernalops.shell';

/** Notes what the shell should show next time: the same buttons, in the same language; none for a child who is awake. */
export function saveShellHints(
  { language, t }: Translation,
  children: readonly Child[],
  folded: readonly FoldedIncident[],
): void {
  const awake = new Set(folded.filter(({ state }) => state.isOpen).map(({ incident }) => incident.childId));
  const buttons = children
    .filter(({ id }) => !awake.has(id))
    .map(({ id, name }) => ({ child: id, label: t('tonight.woke', { child: name }) }));
  const said = awake.size > 0 ? t('tonight.alert') : '';
  try {
    localStorage.setItem(SHELL_HINTS_KEY, JSON.stringify({ language, buttons, said }));
  } catch {
    // Without it the shell shows its general button.
  }
}
