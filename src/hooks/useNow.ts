import { useEffect, useRef, useState } from 'react';
import { readClock } from '@/lib/clock';
import type { Instant } from '@/lib/time';
import { onTick } from '@/stores/clock';

/**
 * Returns the current time, and renders again at each full `everyMs` and when the page becomes
 * visible again. Clocks on the screen are computed from this time and the timeline and never
 * counted up, so they are right even after the page was suspended for hours.
 */
export function useNow(everyMs: number): Instant {
  const [now, setNow] = useState(readClock);
  const initialTime = useRef(now);
  useEffect(() => onTick(everyMs, initialTime.current, setNow), [everyMs]);
  return now;
}
