import { isIPv6 } from 'node:net';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import type { Rates } from './config';

const MINUTE_S = 60;
const HOUR_S = 3_600;

interface Limit {
  /** Counts one. Resolves to null, or to the seconds to wait if that was too many. */
  take(key: string): Promise<number | null>;
  /** Takes one back that should not have counted. */
  giveBack(key: string): Promise<void>;
}

/** How often something may happen. Each process counts for itself. */
export type Limits = Record<
  'address' | 'household' | 'pages' | 'presses' | 'newHouseholds' | 'misses' | 'missesInAll',
  Limit
>;

export const createLimits = (rates: Rates): Limits => ({
  address: createLimit(rates.requestsPerMinuteAndAddress, MINUTE_S),
  household: createLimit(rates.requestsPerMinuteAndHousehold, MINUTE_S),
  pages: createLimit(rates.pagesPerMinuteAndHousehold, MINUTE_S),
  presses: createLimit(rates.pressesPerMinuteAndButton, MINUTE_S),
  newHouseholds: createLimit(rates.newHouseholdsPerHourAndAddress, HOUR_S),
  misses: createLimit(rates.missesPerHourAndAddress, HOUR_S),
  missesInAll: createLimit(rates.missesPerHour, HOUR_S),
});

function createLimit(points: number, duration: number): Limit {
  if (points === 0) return { take: async () => null, giveBack: async () => {} };
  const limiter = new RateLimiterMemory({ points, duration });
  return {
    async take(key) {
      try {
        await limiter.consume(key);
        return null;
      } catch (refusal) {
        if (refusal instanceof RateLimiterRes) return Math.max(1, Math.ceil(refusal.msBeforeNext / 1_000));
        throw refusal;
      }
    },
    async giveBack(key) {
      await limiter.reward(key);
    },
  };
}

/**
 * Returns what requests are counted by: the address from which the outermost trusted proxy was
 * called, or that of the connection. Of an IPv6 address it is the first half, because whoever has
 * one has all of its other half.
 *
 * @param forwarded the header `X-Forwarded-For`; what stands before the entries of the trusted
 *   proxies is anybody's invention
 */
export function addressOf(remote: string | undefined, forwarded: string | undefined, proxies: number): string {
  const entries = (forwarded ?? '').split(',').map((entry) => entry.trim());
  const address = (proxies > 0 && entries.at(-proxies)) || remote || '';
  const ipv4 = address.match(/^(?:::ffff:)?(\d+\.\d+\.\d+\.\d+)$/i)?.[1];
  if (ipv4) return ipv4;
  return isIPv6(address) ? firstHalf(address) : address;
}

/** `2001:db8:0:1::5` → `2001:db8:0:1` */
function firstHalf(address: string): string {
  const [head = '', tail] = address.split('%', 1)[0]?.split('::') ?? [];
  const groups = head.split(':').filter(Boolean);
  const groupsOfTail = tail?.split(':').filter(Boolean) ?? [];
  const zeros = tail === undefined ? 0 : 8 - groups.length - groupsOfTail.length;
  return [...groups, ...Array<string>(zeros).fill('0'), ...groupsOfTail]
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':');
}
