import { changeRunbook } from '@/db/runbooks';
import type { Runbook } from '@/domain/rows/others';
import { useHousehold } from '@/hooks/useHousehold';
import { useReportResult } from '@/hooks/useReportResult';
import { readClock } from '@/lib/clock';

/**
 * Returns a function that changes some fields of a runbook and shows `message` as a toast with its
 * undo. A refusal goes to `onRefused`, or to a toast without it. It resolves to true when the
 * change was written.
 */
export function useSaveRunbook(id: string) {
  const { db } = useHousehold();
  const reportResult = useReportResult();
  return async (
    change: Partial<Pick<Runbook, 'name' | 'trigger' | 'steps'>>,
    message: string,
    onRefused?: (text: string) => void,
  ): Promise<boolean> =>
    reportResult(await changeRunbook(db, { id, change, now: readClock() }), {
      message: () => message,
      ...(onRefused ? { onRefused } : {}),
    });
}
