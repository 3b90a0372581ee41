import { RotateCcw } from 'lucide-react';
import { Button } from '@/components/Button';
import type { Runbook } from '@/domain/rows/others';
import { originalRunbooks } from '@/domain/runbook/originals';
import { originalWords } from '@/hooks/originalRunbooks';
import { useWords } from '@/i18n/language';
import { useReset } from './useReset';

/** The originals that were deleted, each with its way back. A GameDay has others, and needs none. */
export function BringBack({ runbooks }: { runbooks: readonly Runbook[] }) {
  const words = useWords();
  const reset = useReset();
  const missing = originalRunbooks(originalWords(words)).filter(
    ({ id, trigger }) => !runbooks.some((runbook) => runbook.id === id || runbook.trigger === trigger),
  );
  return missing.map((original) => (
    <Button key={original.id} look="quiet" onClick={() => reset(original)}>
      <RotateCcw aria-hidden="true" size={20} />
      {words.t('runbooks.bringBack', { name: original.name })}
    </Button>
  ));
}
