import { useState } from 'react';
import { addObservation } from '@/db/health';
import type { Dose, Temperature } from '@/domain/health/observation';
import type { Child } from '@/domain/rows/household';
import { useHousehold } from '@/hooks/useHousehold';
import { useReportResult } from '@/hooks/useReportResult';
import { readClock } from '@/lib/clock';
import { newId } from '@/lib/ids';
import { vibrate } from '@/pwa/vibrate';
import { createTapGuard } from './tapGuard';
import { TAP_BUZZ_MS } from './useActions';

type NewObservation = Pick<Temperature, 'kind' | 'celsius'> | Pick<Dose, 'kind' | 'name' | 'amount' | 'minHours'>;

/**
 * Returns functions that log what was just measured or given and show it with an undo. An
 * accidental double tap logs once.
 */
export function useLogObservation(child: Child, onDone: () => void) {
  const { db, format } = useHousehold();
  const reportResult = useReportResult();
  const [accepts] = useState(createTapGuard);
  return {
    /**
     * Returns whether a tap that only changes the page of the sheet was deliberate. After an
     * accepted one, the next tap has to wait a moment.
     */
    acceptsPageChange: (to: string) => accepts({ begins: to }, readClock()),
    /** @param formatMessage formats what was logged, with its time */
    logObservation: async (
      observation: NewObservation,
      formatMessage: (time: string) => string,
      onRefused?: (text: string) => void,
    ) => {
      const now = readClock();
      if (!accepts({ logs: JSON.stringify(observation) }, now)) return;
      const fields = { ...observation, childId: child.id, at: now };
      const result = await addObservation(db, { id: newId(), fields, now });
      if (!reportResult(result, { message: () => formatMessage(format.time(now)), ...(onRefused && { onRefused }) }))
        return;
      vibrate(TAP_BUZZ_MS);
      onDone();
    },
  };
}
