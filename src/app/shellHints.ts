import type { Child } from '@/domain/rows/household';
import type { Folded } from '@/domain/tonight';
import type { Words } from '@/i18n/language';

/** Read by public/early.js before the app is up at the next start. */
const KEY = 'infernalops.shell';

/** Notes what the shell should show next time: the same buttons, in the same language; none for a child who is awake. */
export function rememberShell({ language, t }: Words, children: readonly Child[], folded: readonly Folded[]): void {
  const awake = new Set(folded.filter(({ state }) => state.open).map(({ incident }) => incident.childId));
  const buttons = children
    .filter(({ id }) => !awake.has(id))
    .map(({ id, name }) => ({ child: id, label: t('tonight.woke', { child: name }) }));
  const said = awake.size > 0 ? t('tonight.alert') : '';
  try {
    localStorage.setItem(KEY, JSON.stringify({ language, buttons, said }));
  } catch {
    // Without it the shell shows its general button.
  }
}
