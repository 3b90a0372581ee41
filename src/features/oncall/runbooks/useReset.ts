import { resetRunbook } from '@/db/runbooks';
import type { Runbook } from '@/domain/rows/others';
import { useHousehold } from '@/hooks/household';
import { useAnswer } from '@/hooks/useAnswer';
import { useWords } from '@/i18n/language';
import { readClock } from '@/lib/clock';

/** Puts an original back in its place, wherever it went, and says so. */
export function useReset(): (original: Runbook) => Promise<boolean> {
  const { t } = useWords();
  const { db } = useHousehold();
  const answer = useAnswer();
  return async (original) =>
    answer(await resetRunbook(db, { original, now: readClock() }), {
      said: () => t('runbooks.said.reset', { name: original.name }),
    });
}
