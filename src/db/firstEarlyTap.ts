import { safeParse } from 'valibot';
import { HOUR_MS, type Instant } from '@/lib/time';
import { EarlyDatabase, tapSchema } from './earlyTaps';

/* Apart from earlyTaps.ts, because only a first start needs it. */

const MAX_EARLY_MS = 12 * HOUR_MS;

/**
 * Returns when the first early tap was made; null if there is none. A tap of another night is left
 * out: the phone's clock was wrong then, or the app could not be opened since.
 */
export async function readFirstEarlyTap(now: Instant): Promise<Instant | null> {
  const early = new EarlyDatabase();
  try {
    const taps = (await early.taps.toArray()).flatMap((raw) => {
      const tap = safeParse(tapSchema, raw);
      return tap.success && tap.output.at <= now && now - tap.output.at < MAX_EARLY_MS ? tap.output.at : [];
    });
    return taps.length === 0 ? null : (Math.min(...taps) as Instant);
  } finally {
    early.close();
  }
}
