import { readClock } from '@/lib/clock';
import type { Instant } from '@/lib/time';

/*
 * The one timer of the screen. It runs as often as its most impatient listener needs, at the full second or minute, so that all
 * clocks change together. It rests while nobody listens and while the page is hidden, and ticks at once when the page is seen again.
 */

interface Listener {
  everyMs: number;
  /** The reading that the listener has. */
  last: Instant;
  tell: (now: Instant) => void;
}

const listeners = new Set<Listener>();
let timer: ReturnType<typeof setTimeout> | undefined;

/**
 * Tells a listener the time each time that another full `everyMs` of the epoch has begun since its last reading.
 *
 * @param last the reading that the listener has already
 * @returns ends it
 */
export function onTick(everyMs: number, last: Instant, tell: (now: Instant) => void): () => void {
  const listener = { everyMs, last, tell };
  listeners.add(listener);
  schedule();
  return () => {
    listeners.delete(listener);
    schedule();
  };
}

function tick(): void {
  const now = readClock();
  for (const listener of listeners) {
    const { everyMs, last, tell } = listener;
    // Not only later ones: a clock may be set back.
    if (Math.floor(now / everyMs) === Math.floor(last / everyMs)) continue;
    listener.last = now;
    tell(now);
  }
  schedule();
}

function schedule(): void {
  clearTimeout(timer);
  if (listeners.size === 0 || document.hidden) return;
  const everyMs = Math.min(...[...listeners].map((listener) => listener.everyMs));
  timer = setTimeout(tick, everyMs - (readClock() % everyMs));
}

document.addEventListener('visibilitychange', tick);
addEventListener('pageshow', tick);
