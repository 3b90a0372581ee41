import type { InfernalDatabase } from '@/db/database';
import { readSharing } from '@/db/sharing/readSharing';
import { deriveKeys } from './crypto/householdKeys';
import { pull } from './pull';
import type { PushOnceOptions } from './pushOnce';

/**
 * Hears what is new, where no window may be open: in the service worker. A window that does the
 * same at that time does no harm, because what is heard twice changes nothing. Resolves to false if
 * the server could not be reached, or the log is not shared.
 *
 * @throws if the log cannot be read
 */
export async function pullOnce(db: InfernalDatabase, options: Omit<PushOnceOptions, 'schedule'>): Promise<boolean> {
  const { connect, appVersion, now } = options;
  const sharing = await readSharing(db);
  if (!sharing) return false;
  const keys = await deriveKeys(sharing.secret);
  const pulled = await pull({ db, keys, client: connect(keys), phoneId: sharing.phoneId, appVersion, now });
  return pulled.ok;
}
