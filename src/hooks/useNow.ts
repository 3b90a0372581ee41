import { useEffect, useRef, useState } from 'react';
import { readClock } from '@/lib/clock';
import type { Instant } from '@/lib/time';
import { onTick } from '@/stores/clock';

/**
 * Returns the current time, and renders again at each full `everyMs` and when the page becomes
 * visible again. Clocks on the screen are computed from this time and the timeline and never
 * counted up, so they are right after hours in a pocket.
 */
export function useNow(everyMs: number): Instant {
  const [now, setNow] = useState(readClock);
  const first = useRef(now);
  useEffect(() => onTick(everyMs, first.current, setNow), [everyMs]);
  return now;
}
