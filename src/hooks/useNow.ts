import { useEffect, useState } from 'react';
import { readClock } from '@/lib/clock';
import type { Instant } from '@/lib/time';

/**
 * The time, read anew every `everyMs` and at once when the page is seen again. Clocks on the screen are computed from it
 * and the timeline, never counted, so they are right after hours in a pocket.
 */
export function useNow(everyMs: number): Instant {
  const [now, setNow] = useState(readClock);
  useEffect(() => {
    const read = () => setNow(readClock());
    const timer = setInterval(read, everyMs);
    document.addEventListener('visibilitychange', read);
    addEventListener('pageshow', read);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', read);
      removeEventListener('pageshow', read);
    };
  }, [everyMs]);
  return now;
}
