import { useEffect } from 'react';
import { setWatch } from '@/stores/watch';
import { watchAlarm } from './watchAlarm';

/** What browsers take for a touch that may let a page sound. */
const TOUCHES = ['pointerup', 'touchend', 'keydown'] as const;

/**
 * Asks the browser again to let the alarm sound, at once and at each touch, as long as it does not.
 * A watch that goes on after the page was loaded anew has had no touch yet.
 */
export function useSound(): void {
  useEffect(() => {
    if (watchAlarm.isUnlocked) return;
    const unlock = async () => {
      if (!watchAlarm.isUnlocked) setWatch({ hasSound: await watchAlarm.unlock() });
    };
    unlock();
    for (const touch of TOUCHES) addEventListener(touch, unlock);
    return () => {
      for (const touch of TOUCHES) removeEventListener(touch, unlock);
    };
  }, []);
}
