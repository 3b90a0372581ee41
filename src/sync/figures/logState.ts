import type { InfernalDatabase } from '@/db/database';
import { readPeople } from '@/db/queries';
import { readCursor } from '@/db/sharing/readSharing';
import { lastStartedNight } from '@/domain/night';
import type { Instant } from '@/lib/time';
import { toBase64url } from '@/sync/crypto/base64url';

/**
 * Returns what figures depend on, as a text that is another one when they may be: what the phones
 * have, and which night it is. Null while this phone has something to send, or has not heard
 * everything yet: then another state follows soon.
 */
export async function logState(db: InfernalDatabase, now: Instant): Promise<string | null> {
  const [{ sum, sameAt }, unsent, { household }] = await Promise.all([
    readCursor(db),
    db.outbox.count(),
    readPeople(db),
  ]);
  if (sameAt === null || unsent > 0 || !household) return null;
  return `${toBase64url(sum)} ${lastStartedNight(household, now)}`;
}
