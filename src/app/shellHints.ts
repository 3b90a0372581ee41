import type { Child } from '@/domain/rows/household';
import type { FoldedIncident } from '@/domain/tonight';
import type { Translation } from '@/i18n/useTranslation';

/** The key in localStorage. At the next start public/early.js reads it before the app runs. */
const SHELL_HINTS_KEY = 'infernalops.shell';

/**
 * Stores what the shell shows at the next start: the buttons of Tonight in the present language,
 * without a button for a child who is awake.
 */
export function saveShellHints(
  { language, locale, t }: Translation,
  children: readonly Child[],
  folded: readonly FoldedIncident[],
): void {
  const awakeChildIds = new Set(folded.filter(({ state }) => state.isOpen).map(({ incident }) => incident.childId));
  const buttons = children
    .filter(({ id }) => !awakeChildIds.has(id))
    .map(({ id, name }) => ({ child: id, label: t('tonight.woke', { child: name }) }));
  const announcement = awakeChildIds.size > 0 ? t('tonight.alert') : '';
  try {
    localStorage.setItem(SHELL_HINTS_KEY, JSON.stringify({ language, locale, buttons, said: announcement }));
  } catch {
    // Without hints the shell shows its general button.
  }
}
