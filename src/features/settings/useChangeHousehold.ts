import { changeHousehold, type HouseholdChange } from '@/db/people';
import { useHousehold } from '@/hooks/useHousehold';
import { useReportResult } from '@/hooks/useReportResult';
import { useTranslation } from '@/i18n/useTranslation';
import { readClock } from '@/lib/clock';

/**
 * Returns a function that changes the household row and shows a toast. It resolves to true when the
 * change was written.
 */
export function useChangeHousehold() {
  const { t } = useTranslation();
  const { db } = useHousehold();
  const reportResult = useReportResult();
  return async (change: HouseholdChange) =>
    reportResult(await changeHousehold(db, { change, now: readClock() }), {
      message: () => t('household.toast.changed'),
    });
}
