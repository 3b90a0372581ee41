import { type Instant, MINUTE_MS } from '@/lib/time';
import { type ButtonCalls, createButtonCalls } from './client/buttons';
import {
  createCalls,
  createClient,
  type HouseholdCalls,
  type HouseholdClient,
  type PageCalls,
  type PagerSetup,
} from './client/client';
import type { Connection } from './client/request';
import type { HouseholdKeys } from './crypto/householdKeys';

/** Clocks that differ by less do no harm (sync.md). */
const CLOCK_TOLERANCE_MS = 2 * MINUTE_MS;

export const connectTo =
  (connection: Connection) =>
  ({ householdId, token }: HouseholdKeys): HouseholdClient & PageCalls & PagerSetup & ButtonCalls => ({
    ...createClient({ ...connection, householdId, token }),
    ...createButtonCalls({ ...connection, householdId, token }),
  });

/** The same without the stream. */
export const callsTo =
  (connection: Connection) =>
  ({ householdId, token }: HouseholdKeys): HouseholdCalls & PageCalls =>
    createCalls({ ...connection, householdId, token });

/**
 * Returns a connection to the home server at an address that tells, with every answer, how far this
 * phone's clock is ahead of the server's; null if it is right.
 */
export function connectionTo(
  origin: string,
  now: () => Instant,
  onClock: (aheadMs: number | null) => void,
): Connection {
  return {
    origin,
    fetch: async (...call) => {
      const response = await fetch(...call);
      const serverTime = Date.parse(response.headers.get('Date') ?? '');
      const aheadMs = now() - serverTime;
      if (!Number.isNaN(aheadMs)) onClock(Math.abs(aheadMs) > CLOCK_TOLERANCE_MS ? aheadMs : null);
      return response;
    },
  };
}
