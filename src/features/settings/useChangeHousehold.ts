import { changeHousehold, type HouseholdChange } from '@/db/people';
import { useHousehold } from '@/hooks/useHousehold';
import { useReportResult } from '@/hooks/useReportResult';
import { useTranslation } from '@/i18n/useTranslation';
import { readClock } from '@/lib/clock';

/** Changes the settings row and says so. */
export function useChangeHousehold() {
  const { t } = useTranslation();
  const { db } = useHousehold();
  const reportResult = useReportResult();
  return async (change: HouseholdChange) =>
    reportResult(await changeHousehold(db, { change, now: readClock() }), {
      message: () => t('household.toast.changed'),
    });
}
