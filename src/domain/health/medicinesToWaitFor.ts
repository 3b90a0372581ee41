import { addMs, HOUR_MS, type Instant, laterOf } from '@/lib/time';
import { isDose, medicineKey, type Observation } from './observation';

/** No row has a longer interval, so no dose given longer ago is waited for. */
export const LONGEST_DOSE_INTERVAL_MS = 1000 * HOUR_MS;

/** A medicine that is not to be given again yet, as the parents themselves have said. */
export interface MedicineToWaitFor {
  childId: string;
  /** As it was written with the latest dose. */
  name: string;
  /** From this instant on its interval is over. */
  until: Instant;
}

/**
 * Which medicines still wait, child by child, the one that may be given soonest first. A dose with an interval is waited for until so many real
 * hours after it, whatever the clocks on the wall do in between; of several doses the latest such instant holds, also where a later dose
 * asks for less. A dose without an interval asks for nothing, one that is marked deleted was never given.
 *
 * @example 3 ml at 23:30 on the evening before the clocks go back, every 6 h → until 4:30
 */
export function medicinesToWaitFor(observations: readonly Observation[], now: Instant): MedicineToWaitFor[] {
  const waiting = new Map<string, MedicineToWaitFor>();
  const doses = observations.filter(isDose).filter(({ deletedAt }) => deletedAt === null);
  for (const { childId, name, at, minHours } of doses.sort((a, b) => a.at - b.at)) {
    const key = JSON.stringify([childId, medicineKey(name)]);
    const waitUntil = addMs(at, Math.round((minHours ?? 0) * HOUR_MS));
    waiting.set(key, { childId, name: name.trim(), until: laterOf(waitUntil, waiting.get(key)?.until ?? waitUntil) });
  }
  return [...waiting.values()].filter(({ until }) => until > now).sort((a, b) => a.until - b.until);
}
