import { MINUTE_MS, SECOND_MS } from '@/lib/time';

const FIRST_MS = SECOND_MS;
const LONGEST_MS = 5 * MINUTE_MS;

/**
 * Returns how long to wait after so many failures in a row (at least 1): a second, then twice as
 * long each time, at most five minutes. `random` is from [0, 1): it shortens the wait by up to a
 * half, so that the phones of a server that was down do not all come back at once. `retryAfterMs`
 * is the server's own word, and is never undercut.
 */
export function backoffMs(failures: number, random: number, retryAfterMs = 0): number {
  const fullMs = Math.min(FIRST_MS * 2 ** (failures - 1), LONGEST_MS);
  return Math.max(Math.round(fullMs * (1 - random / 2)), retryAfterMs);
}
