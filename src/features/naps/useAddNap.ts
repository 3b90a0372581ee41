import { addNap } from '@/db/naps';
import type { Nap } from '@/domain/rows/others';
import { useHousehold } from '@/hooks/household';
import { useAnswer } from '@/hooks/useAnswer';
import { useWords } from '@/i18n/language';
import { readClock } from '@/lib/clock';
import { newId } from '@/lib/ids';
import type { Gauges } from './useGauges';

/** Logs a nap; `refused` takes the sentence why not, else it is said where the toasts are. True if it was written. */
export type LogNap = (
  nap: Pick<Nap, 'caregiverId' | 'startedAt' | 'endedAt'>,
  refused?: (text: string) => void,
) => Promise<boolean>;

/** Logs a nap, and says how far the gauge has risen by it. */
export function useAddNap(gauges: Gauges | null, onLogged: (nap: Nap) => void): LogNap {
  const { t } = useWords();
  const { db, caregivers, format } = useHousehold();
  const answer = useAnswer();
  return async (fields, refused) => {
    const now = readClock();
    const nap: Nap = { id: newId(), updatedAt: now, deletedAt: null, ...fields };
    const points = gauges?.gain(nap) ?? 0;
    const said = () =>
      t(points > 0 ? 'naps.said.added' : 'naps.said.addedFull', {
        name: caregivers.find(({ id }) => id === nap.caregiverId)?.name ?? t('common.somebody'),
        duration: format.duration(nap.endedAt - nap.startedAt),
        points,
      });
    const written = answer(await addNap(db, { napId: nap.id, ...fields, now }), {
      said,
      ...(refused && { refused }),
    });
    if (written) onLogged(nap);
    return written;
  };
}
