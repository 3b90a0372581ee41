import { ECDH } from 'node:crypto';
import type { DeviceRequest } from '@/protocol/api';
import { MAX_DEVICES } from '@/protocol/limits';
import type { Store } from '@/server/store/store';

/** A phone of a household with its push subscription. */
export interface Device extends DeviceRequest {
  id: string;
}

/** Whether it is a point of the curve P-256: nothing can be sealed for another key. */
export function isPoint(p256dh: string): boolean {
  try {
    ECDH.convertKey(p256dh, 'prime256v1', 'base64url');
    return true;
  } catch {
    return false;
  }
}

/**
 * Stores a subscription in the place of the device's earlier one. A browser has one subscription,
 * so another device with the same endpoint is the same phone under an earlier id, and goes.
 *
 * Resolves to false if the household has too many. Its row is locked first, so that many at the
 * same time count as well; a household that is gone meanwhile is `null`.
 */
export async function putDevice(store: Store, household: string, device: Device): Promise<boolean | null> {
  return store.transaction(async (query) => {
    const [found] = await query('SELECT id FROM household WHERE id = $1 FOR UPDATE', [household]);
    if (!found) return null;
    await query('DELETE FROM device WHERE household = $1 AND endpoint = $2 AND id <> $3', [
      household,
      device.endpoint,
      device.id,
    ]);
    const stored = await query(
      `INSERT INTO device (household, id, endpoint, p256dh, auth)
       SELECT $1, $2, $3, $4, $5
       WHERE (SELECT count(*) FROM device WHERE household = $1 AND id <> $2) < $6
       ON CONFLICT (household, id)
       DO UPDATE SET endpoint = excluded.endpoint, p256dh = excluded.p256dh, auth = excluded.auth
       RETURNING id`,
      [household, device.id, device.endpoint, device.p256dh, device.auth, MAX_DEVICES],
    );
    return stored.length > 0;
  });
}

/** Resolves to those of the devices that have a subscription, in no particular order. */
export const findDevices = (store: Store, household: string, ids: readonly string[]): Promise<Device[]> =>
  store.query<Device>('SELECT id, endpoint, p256dh, auth FROM device WHERE household = $1 AND id = ANY($2)', [
    household,
    ids,
  ]);

export async function deleteDevice(store: Store, household: string, id: string): Promise<void> {
  await store.query('DELETE FROM device WHERE household = $1 AND id = $2', [household, id]);
}

/** Removes a subscription that the push service no longer has, unless a new one has come since. */
export async function deleteSubscription(store: Store, household: string, { id, endpoint }: Device): Promise<void> {
  await store.query('DELETE FROM device WHERE household = $1 AND id = $2 AND endpoint = $3', [household, id, endpoint]);
}
