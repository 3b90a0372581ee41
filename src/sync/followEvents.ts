import { SECOND_MS } from '@/lib/time';
import { backoffMs } from './client/backoff';
import type { StreamEnd } from './client/events';
import type { SessionContext } from './context';
import { createWaker } from './waker';

/** A stream that ends sooner is of no use, and opening it again at once would never end. */
const SHORTEST_MS = 5 * SECOND_MS;

/**
 * Wakes the session at every event, and when there can be none. Opens the stream again whenever it
 * ends: a second later if it had lasted, as with a proxy that keeps no connection for long; else
 * later each time, and never before the server wants to be asked again. Resolves when the signal
 * is aborted.
 *
 * @param readMs a clock in milliseconds that nobody sets
 */
export async function followEvents(
  { client }: Pick<SessionContext, 'client'>,
  { wake, onPage = () => {} }: { wake: () => void; onPage?: (body: string) => void },
  signal: AbortSignal,
  readMs = () => performance.now(),
): Promise<void> {
  const waker = createWaker(signal);
  globalThis.addEventListener?.('online', waker.wake);
  let failures = 0;
  while (!signal.aborted) {
    let openedAt = Number.POSITIVE_INFINITY;
    const end = await client.openEvents(({ type, page }) => {
      openedAt = Math.min(openedAt, readMs());
      if (page !== null) onPage(page);
      // The server begins with its present head, so one question is enough.
      if (type !== 'open') wake();
    }, signal);
    const hasLasted = readMs() - openedAt >= SHORTEST_MS;
    failures = hasLasted ? 1 : failures + 1;
    const retryAfterMs = retryAfterMsOf(end);
    // Nothing can be heard. The session finds out whether the server is gone, and says so.
    if ((end.why === 'refused' || end.why === 'silent') && retryAfterMs === 0) wake();
    await waker.sleep(backoffMs(failures, Math.random(), retryAfterMs), retryAfterMs);
  }
  globalThis.removeEventListener?.('online', waker.wake);
}

const retryAfterMsOf = (end: StreamEnd): number =>
  end.why === 'refused' && 'retryAfterMs' in end.failure ? end.failure.retryAfterMs : 0;
