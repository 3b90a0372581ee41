import { alarmGain } from '@/features/watch/alarmGain';
import { watchAlarm } from '@/features/watch/watchAlarm';

/**
 * Rings with the alarm of the watch. It vibrates at once; the browser lets it sound if somebody has
 * touched the page before. Returns a function that stops it.
 *
 * @param volume from 1 to 10
 */
export function ring(volume: number): () => void {
  let isOver = false;
  const start = () => {
    if (!isOver) watchAlarm.ring(alarmGain(volume));
  };
  start();
  if (!watchAlarm.isUnlocked) watchAlarm.unlock().then(start);
  return () => {
    isOver = true;
    watchAlarm.stop();
  };
}
