import { resetRunbook } from '@/db/runbooks';
import type { Runbook } from '@/domain/rows/others';
import { useHousehold } from '@/hooks/useHousehold';
import { useReportResult } from '@/hooks/useReportResult';
import { useTranslation } from '@/i18n/useTranslation';
import { readClock } from '@/lib/clock';

/**
 * Returns a function that writes an original runbook back, whether it was changed or deleted, and
 * shows a toast. It resolves to true when it was written.
 */
export function useResetRunbook(): (original: Runbook) => Promise<boolean> {
  const { t } = useTranslation();
  const { db } = useHousehold();
  const reportResult = useReportResult();
  return async (original) =>
    reportResult(await resetRunbook(db, { original, now: readClock() }), {
      message: () => t('runbooks.toast.reset', { name: original.name }),
    });
}
