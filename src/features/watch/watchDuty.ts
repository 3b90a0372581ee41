import { dutyLookup, handoverOf } from '@/domain/rota';
import type { Shift } from '@/domain/rows/household';
import { type Day, type Instant, MINUTE_MS } from '@/lib/time';
import type { Zone } from '@/lib/zone';

/** How long a hand-over is told: whoever looks at the clock a little later still reads it. */
const TOLD_MS = 15 * MINUTE_MS;

/** Who has the watch by tonight's rota, for the phone of one caregiver. */
export interface WatchDuty {
  /** The caregiver who has the watch; null if nobody has it, or without a rota. */
  onDuty: string | null;
  /** When the watch passes on; null if it does not any more. */
  until: Instant | null;
  /** What the holder of this phone is told of a hand-over that has just been. */
  told: 'handedOver' | 'takenOver' | null;
}

interface DutyOptions {
  /** Tonight's shift; null without a rota. */
  shift: Shift | null;
  night: Day;
  zone: Zone;
  holderId: string | null;
  now: Instant;
}

/**
 * Returns who has the watch, and what a hand-over means for the holder of this phone.
 *
 * @example Dad until 3:00, then Mum. At 2:43 Dad has it until 3:00; at 3:00 Dad's phone tells that
 * it is handed over, and Mum's that it is hers.
 */
export function watchDuty({ shift, night, zone, holderId, now }: DutyOptions): WatchDuty {
  if (!shift) return { onDuty: null, until: null, told: null };
  const handover = handoverOf(shift, night, zone);
  const onDuty = dutyLookup(shift, night, zone)(now).primary;
  if (handover === null || now < handover) return { onDuty, until: handover, told: null };
  const isJustNow = now - handover < TOLD_MS && holderId !== null && shift.primary !== shift.secondary;
  const told = holderId === shift.primary ? 'handedOver' : holderId === shift.secondary ? 'takenOver' : null;
  return { onDuty, until: null, told: isJustNow ? told : null };
}
