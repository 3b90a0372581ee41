import { changeRotation } from '@/db/rota';
import type { Rotation } from '@/domain/rota';
import { useHousehold } from '@/hooks/useHousehold';
import { useReportResult } from '@/hooks/useReportResult';
import { useTranslation } from '@/i18n/useTranslation';
import { readClock } from '@/lib/clock';

/** Puts another rota in the place of the one there is, null for none, and says so. True if it was written. */
export function useChangeRotation() {
  const { t } = useTranslation();
  const { db } = useHousehold();
  const reportResult = useReportResult();
  return async (rotation: Rotation | null) =>
    reportResult(await changeRotation(db, { rotation, now: readClock() }), {
      message: () => t('household.toast.changed'),
    });
}
