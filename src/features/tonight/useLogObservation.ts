import { useState } from 'react';
import { addObservation } from '@/db/health';
import { type GiveMedicine, giveMedicine } from '@/db/medicine';
import type { Dose, Temperature } from '@/domain/health/observation';
import type { Child } from '@/domain/rows/household';
import { createRemedy } from '@/domain/timeline/createEntry';
import { tapTime } from '@/domain/timeline/tapTime';
import { useHousehold } from '@/hooks/useHousehold';
import { useReportResult } from '@/hooks/useReportResult';
import { readClock } from '@/lib/clock';
import { newId } from '@/lib/ids';
import { type Instant, laterOf } from '@/lib/time';
import { vibrate } from '@/pwa/vibrate';
import { createTapGuard } from './tapGuard';
import { TAP_BUZZ_MS } from './useActions';

type NewObservation = Pick<Temperature, 'kind' | 'celsius'> | Pick<Dose, 'kind' | 'name' | 'amount' | 'minHours'>;

/**
 * Returns functions that log what was just measured or given and show it with an undo. An
 * accidental double tap logs once.
 */
export function useLogObservation(child: Child, onDone: () => void) {
  const { db, format, folded, holder } = useHousehold();
  const reportResult = useReportResult();
  const [accepts] = useState(createTapGuard);

  /** A medicine that is given to a child who is awake is also something that was tried. */
  const triedIn = (clock: Instant): GiveMedicine['tried'] => {
    const open = folded.find(({ incident, state }) => incident.childId === child.id && state.isOpen);
    if (!open) return null;
    const { at, estimated } = tapTime(open.incident.timeline, clock);
    const by = open.state.caregiversUp.at(-1) ?? holder?.id ?? null;
    const moment = { id: newId(), at, estimated, now: laterOf(at, clock) };
    return { incidentId: open.incident.id, entry: createRemedy(moment, by, 'medicine') };
  };

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
      const place = { childId: child.id, at: now };
      const result =
        observation.kind === 'medicine'
          ? await giveMedicine(db, { id: newId(), fields: { ...observation, ...place }, now, tried: triedIn(now) })
          : await addObservation(db, { id: newId(), fields: { ...observation, ...place }, now });
      if (!reportResult(result, { message: () => formatMessage(format.time(now)), ...(onRefused && { onRefused }) }))
        return;
      vibrate(TAP_BUZZ_MS);
      onDone();
    },
  };
}
