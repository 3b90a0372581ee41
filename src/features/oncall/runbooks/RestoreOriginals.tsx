import RotateCcw from 'lucide-react/icons/rotate-ccw';
import { Button } from '@/components/Button';
import type { Runbook } from '@/domain/rows/others';
import { originalRunbooks } from '@/domain/runbook/originalRunbooks';
import { originalRunbookTitles } from '@/hooks/originalRunbooks';
import { useTranslation } from '@/i18n/useTranslation';
import { useResetRunbook } from './useResetRunbook';

/**
 * One button per original runbook that was deleted, to bring it back. In a GameDay nothing is
 * missing: its runbooks have other ids but the same triggers.
 */
export function RestoreOriginals({ runbooks }: { runbooks: readonly Runbook[] }) {
  const words = useTranslation();
  const resetRunbook = useResetRunbook();
  const missing = originalRunbooks(originalRunbookTitles(words)).filter(
    ({ id, trigger }) => !runbooks.some((runbook) => runbook.id === id || runbook.trigger === trigger),
  );
  return missing.map((original) => (
    <Button key={original.id} variant="quiet" onClick={() => resetRunbook(original)}>
      <RotateCcw aria-hidden="true" size={20} />
      {words.t('runbooks.bringBack', { name: original.name })}
    </Button>
  ));
}
