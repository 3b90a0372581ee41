import { saveRunbook } from '@/db/runbooks';
import type { Runbook } from '@/domain/rows/others';
import { useHousehold } from '@/hooks/household';
import { useAnswer } from '@/hooks/useAnswer';
import { readClock } from '@/lib/clock';

/** Changes a part of a runbook and says what was done, with its undo. A refusal goes to its place, or where the toasts are. */
export function useSave(id: string) {
  const { db } = useHousehold();
  const answer = useAnswer();
  return async (
    change: Partial<Pick<Runbook, 'name' | 'trigger' | 'steps'>>,
    said: string,
    refused?: (text: string) => void,
  ): Promise<boolean> =>
    answer(await saveRunbook(db, { id, change, now: readClock() }), {
      said: () => said,
      ...(refused ? { refused } : {}),
    });
}
