import { useEffect } from 'react';
import { readClock } from '@/lib/clock';
import type { Instant } from '@/lib/time';
import { vibrate } from '@/pwa/vibrate';
import { useDeviceSettings } from '@/stores/device';

/** This buzz is longer than the buzz of a tap, so that it is felt through a blanket. */
const STEP_BUZZ_MS = 250;

/**
 * Buzzes, and chimes if the sound is on, when the time of a step is over. Only this phone does so,
 * and it stays silent if the time was over before the step was shown.
 */
export function useStepBuzz(until: Instant | null): void {
  const isSoundOn = useDeviceSettings((device) => device.stepSound);
  useEffect(() => {
    const inMs = until === null ? -1 : until - readClock();
    if (inMs < 0) return;
    const timer = setTimeout(() => {
      vibrate(STEP_BUZZ_MS);
      // The sound is off by default, so it is not loaded before Tonight works.
      if (isSoundOn) import('@/pwa/chime').then(({ chime }) => chime()).catch(() => {});
    }, inMs);
    return () => clearTimeout(timer);
  }, [until, isSoundOn]);
}
