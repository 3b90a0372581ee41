import type { PagerMessage } from './message';

/* What comes over the live stream for the screens: the test of the pager and its answers. */

const listeners = new Set<(message: PagerMessage) => void>();

/** Calls back for every message from now on, until the returned function is called. */
export function onPagerMessage(listener: (message: PagerMessage) => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function emitPagerMessage(message: PagerMessage): void {
  for (const listener of listeners) listener(message);
}
