import { changeRunbook } from '@/db/runbooks';
import type { Runbook } from '@/domain/rows/others';
import { useHousehold } from '@/hooks/useHousehold';
import { useReportResult } from '@/hooks/useReportResult';
import { readClock } from '@/lib/clock';

/** Changes a part of a runbook and says what was done, with its undo. A refusal goes to its place, or where the toasts are. */
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
