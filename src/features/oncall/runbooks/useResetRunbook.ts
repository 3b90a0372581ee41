import { resetRunbook } from '@/db/runbooks';
import type { Runbook } from '@/domain/rows/others';
import { useHousehold } from '@/hooks/useHousehold';
import { useReportResult } from '@/hooks/useReportResult';
import { useTranslation } from '@/i18n/useTranslation';
import { readClock } from '@/lib/clock';

/** Puts an original back in its place, wherever it went, and says so. */
export function useResetRunbook(): (original: Runbook) => Promise<boolean> {
  const { t } = useTranslation();
  const { db } = useHousehold();
  const reportResult = useReportResult();
  return async (original) =>
    reportResult(await resetRunbook(db, { original, now: readClock() }), {
      message: () => t('runbooks.toast.reset', { name: original.name }),
    });
}
