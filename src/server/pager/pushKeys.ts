import webPush from 'web-push';
import type { Store } from '@/server/store/store';

/** The VAPID keys (RFC 8292), by which a push service knows this server again; in base64url. */
export interface PushKeys {
  publicKey: string;
  privateKey: string;
}

/**
 * Resolves to the keys of this store, and makes them at its first start. A subscription belongs to
 * the public key it was made with, so all processes must have the same one: of those that start at
 * once, the first to commit decides, and the others read what it has stored.
 */
export async function pushKeysOf(store: Store): Promise<PushKeys> {
  const stored = await readKeys(store);
  if (stored) return stored;
  await store.query("INSERT INTO setting VALUES ('pushKeys', $1) ON CONFLICT DO NOTHING", [
    JSON.stringify(webPush.generateVAPIDKeys()),
  ]);
  const keys = await readKeys(store);
  if (!keys) throw new Error('The push keys were not stored.');
  return keys;
}

async function readKeys(store: Store): Promise<PushKeys | null> {
  const [setting] = await store.query<{ value: string }>("SELECT value FROM setting WHERE name = 'pushKeys'", []);
  return setting ? (JSON.parse(setting.value) as PushKeys) : null;
}
