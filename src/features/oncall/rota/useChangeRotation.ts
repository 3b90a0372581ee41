import { changeRotation } from '@/db/rota';
import type { Rotation } from '@/domain/rota';
import { useHousehold } from '@/hooks/useHousehold';
import { useReportResult } from '@/hooks/useReportResult';
import { useTranslation } from '@/i18n/useTranslation';
import { readClock } from '@/lib/clock';

/**
 * Returns a function that saves a rotation (null removes it) and shows a toast. It resolves to true
 * when the rotation was saved.
 */
export function useChangeRotation() {
  const { t } = useTranslation();
  const { db } = useHousehold();
  const reportResult = useReportResult();
  return async (rotation: Rotation | null) =>
    reportResult(await changeRotation(db, { rotation, now: readClock() }), {
      message: () => t('household.toast.changed'),
    });
}
