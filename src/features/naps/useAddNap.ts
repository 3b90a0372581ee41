import { addNap } from '@/db/naps';
import type { Nap } from '@/domain/rows/others';
import { useHousehold } from '@/hooks/useHousehold';
import { useReportResult } from '@/hooks/useReportResult';
import { useTranslation } from '@/i18n/useTranslation';
import { readClock } from '@/lib/clock';
import { newId } from '@/lib/ids';
import type { PatienceGauges } from './usePatienceGauges';

/**
 * Logs a nap. A refusal goes to `onRefused`, or to a toast without it. Resolves to true when the
 * nap was written.
 */
export type AddNapHandler = (
  nap: Pick<Nap, 'caregiverId' | 'startedAt' | 'endedAt'>,
  onRefused?: (text: string) => void,
) => Promise<boolean>;

/** Returns a function that logs a nap and shows a toast with the points that it restored. */
export function useAddNap(gauges: PatienceGauges | null, onLogged: (nap: Nap) => void): AddNapHandler {
  const { t } = useTranslation();
  const { db, caregivers, format } = useHousehold();
  const reportResult = useReportResult();
  return async (fields, onRefused) => {
    const now = readClock();
    const nap: Nap = { id: newId(), updatedAt: now, deletedAt: null, ...fields };
    const points = gauges?.pointsGained(nap) ?? 0;
    const message = () =>
      t(points > 0 ? 'naps.toast.added' : 'naps.toast.addedFull', {
        name: caregivers.find(({ id }) => id === nap.caregiverId)?.name ?? t('common.somebody'),
        duration: format.duration(nap.endedAt - nap.startedAt),
        points,
      });
    const isWritten = reportResult(await addNap(db, { napId: nap.id, ...fields, now }), {
      message,
      ...(onRefused && { onRefused }),
    });
    if (isWritten) onLogged(nap);
    return isWritten;
  };
}
