import { useEffect } from 'react';
import { readClock } from '@/lib/clock';
import type { Instant } from '@/lib/time';
import { chime } from '@/pwa/chime';
import { vibrate } from '@/pwa/vibrate';
import { useDeviceSettings } from '@/stores/device';

/** Longer than the buzz of a tap: it is felt through a blanket. */
const STEP_BUZZ_MS = 250;

/** Lets the holder know, and nobody else, when the time of a step is over. A step that was over before it was seen is silent. */
export function useStepBuzz(until: Instant | null): void {
  const isSoundOn = useDeviceSettings((device) => device.stepSound);
  useEffect(() => {
    const inMs = until === null ? -1 : until - readClock();
    if (inMs < 0) return;
    const timer = setTimeout(() => {
      vibrate(STEP_BUZZ_MS);
      if (isSoundOn) chime();
    }, inMs);
    return () => clearTimeout(timer);
  }, [until, isSoundOn]);
}
