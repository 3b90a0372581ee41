import { alarmGain } from '@/features/watch/alarmGain';
import { watchAlarm } from '@/features/watch/watchAlarm';

/**
 * Rings with the alarm of the watch, which the browser lets sound if somebody has touched the page
 * before; it vibrates in any case. Returns a function that stops it.
 */
export async function ring(volume: number): Promise<() => void> {
  await watchAlarm.unlock();
  watchAlarm.ring(alarmGain(volume));
  return watchAlarm.stop;
}
