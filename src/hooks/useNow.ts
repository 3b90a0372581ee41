import { useEffect, useRef, useState } from 'react';
import { readClock } from '@/lib/clock';
import type { Instant } from '@/lib/time';
import { onTick } from '@/stores/clock';

/**
 * The time, read anew with every full `everyMs`, and when the page is seen again. Clocks on the screen are computed from it and the
 * timeline, never counted, so they are right after hours in a pocket.
 */
export function useNow(everyMs: number): Instant {
  const [now, setNow] = useState(readClock);
  const first = useRef(now);
  useEffect(() => onTick(everyMs, first.current, setNow), [everyMs]);
  return now;
}
