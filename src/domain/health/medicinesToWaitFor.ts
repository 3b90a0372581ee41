import { addMs, HOUR_MS, type Instant, laterOf } from '@/lib/time';
import { isDose, medicineKey, type Observation } from './observation';

/** No row may have a longer interval, so an older dose never has to be waited for. */
export const LONGEST_DOSE_INTERVAL_MS = 1000 * HOUR_MS;

/** A medicine that must not be given again yet, by the interval that the parents entered. */
export interface MedicineToWaitFor {
  childId: string;
  /** The name as it was written with the latest dose. */
  name: string;
  /** The end of the interval: from this instant on the medicine may be given again. */
  until: Instant;
}

/**
 * Returns the medicines that must not be given again yet, for each child, the soonest end first.
 *
 * The wait after a dose lasts for its interval in real hours, whether or not the clocks change in
 * between. Of several doses of a medicine the latest end counts, even if a later dose has a shorter
 * interval. A dose without an interval causes no wait, and neither does a deleted one.
 *
 * @example 3 ml at 23:30 on the evening before the clocks go back, every 6 h → until 4:30
 */
export function medicinesToWaitFor(observations: readonly Observation[], now: Instant): MedicineToWaitFor[] {
  const waitByMedicine = new Map<string, MedicineToWaitFor>();
  const doses = observations.filter(isDose).filter(({ deletedAt }) => deletedAt === null);
  // The doses are read in the order of time, so that the latest one gives the name.
  for (const { childId, name, at, minHours } of doses.sort((a, b) => a.at - b.at)) {
    const key = JSON.stringify([childId, medicineKey(name)]);
    const waitUntil = addMs(at, Math.round((minHours ?? 0) * HOUR_MS));
    waitByMedicine.set(key, {
      childId,
      name: name.trim(),
      until: laterOf(waitUntil, waitByMedicine.get(key)?.until ?? waitUntil),
    });
  }
  return [...waitByMedicine.values()].filter(({ until }) => until > now).sort((a, b) => a.until - b.until);
}
