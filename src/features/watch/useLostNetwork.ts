import { useEffect, useState } from 'react';
import type { FoldedIncident } from '@/domain/tonight';
import { useHousehold } from '@/hooks/useHousehold';
import { readClock } from '@/lib/clock';
import type { Instant } from '@/lib/time';
import { useDeviceSettings } from '@/stores/device';
import { useSyncStatus } from '@/stores/sync';
import { alarmGain } from './alarmGain';
import { isLostForLong, openWhenLost } from './lostContact';
import { watchAlarm } from './watchAlarm';

/** With these the phones are out of step, but a page still comes through. */
const STILL_REACHED: readonly string[] = ['full', 'tooLarge', 'storage'];

/**
 * Returns when this phone noticed that the home server is out of reach; null while it is not. What
 * is known of the last contact may be older: nothing need have been said since.
 */
export function useLostSince(): Instant | null {
  const isLost = useSyncStatus(
    ({ sharing, contact }) =>
      sharing === 'on' && contact?.state === 'behind' && !STILL_REACHED.includes(contact.because ?? ''),
  );
  const [lostAt, setLostAt] = useState<Instant | null>(null);
  useEffect(() => setLostAt(isLost ? readClock() : null), [isLost]);
  return lostAt;
}

/**
 * Returns the incident in which nobody can page this phone any more, once the network has been lost
 * for a minute; null otherwise. The phone then rings once.
 */
export function useLostAlarm(lostAt: Instant | null, now: Instant): FoldedIncident | null {
  const { folded } = useHousehold();
  const incident = lostAt !== null && isLostForLong(lostAt, now) ? openWhenLost(folded, lostAt) : null;
  const lostId = incident?.incident.id ?? null;
  useEffect(() => {
    if (lostId !== null) watchAlarm.ringOnce(alarmGain(useDeviceSettings.getState().watchVolume));
  }, [lostId]);
  return incident;
}
