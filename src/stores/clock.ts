import { readClock } from '@/lib/clock';
import type { Instant } from '@/lib/time';

/*
 * The only timer of the screens. It ticks as often as the listener with the shortest period needs,
 * at the start of a full second or minute, so that all clocks change together, and stops while
 * there is no listener. It goes on while the page is hidden, because the end of a runbook's step
 * may have a sound. Browsers slow the timers of hidden pages down, so it also ticks at once when
 * the page is shown again.
 */

interface Listener {
  everyMs: number;
  /** The latest time that this listener knows. */
  lastNow: Instant;
  notify: (now: Instant) => void;
}

const listeners = new Set<Listener>();
let timer: ReturnType<typeof setTimeout> | undefined;

/**
 * Calls a listener whenever another period of `everyMs`, counted from the epoch, has begun since
 * its last call. Example: with 60 000, once a minute at the full minute.
 *
 * @param lastNow the time that the listener knows already
 * @returns a function that removes the listener
 */
export function onTick(everyMs: number, lastNow: Instant, notify: (now: Instant) => void): () => void {
  const listener = { everyMs, lastNow, notify };
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
    const { everyMs, lastNow, notify } = listener;
    // The comparison is not `>`, because a clock can be set back.
    if (Math.floor(now / everyMs) === Math.floor(lastNow / everyMs)) continue;
    listener.lastNow = now;
    notify(now);
  }
  schedule();
}

function schedule(): void {
  clearTimeout(timer);
  if (listeners.size === 0) return;
  const everyMs = Math.min(...[...listeners].map((listener) => listener.everyMs));
  timer = setTimeout(tick, everyMs - (readClock() % everyMs));
}

document.addEventListener('visibilitychange', tick);
addEventListener('pageshow', tick);
