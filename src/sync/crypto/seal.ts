import type { Bytes } from './base64url';
import { concat, randomBytes } from './bytes';

/*
 * The form of everything that is sealed: version byte ‖ IV (12 bytes) ‖ AES-256-GCM with its tag of
 * 16 bytes. The version byte and a context are authenticated with it, so that what was sealed for
 * one place cannot be opened in another.
 */

const VERSION = 1;
const IV_BYTES = 12;
const TAG_BYTES = 16;

/**
 * Why something sealed does not open. `tooNew`: its version is another, so a newer app sealed it.
 * `refused`: it was damaged, cut, sealed with another key or for another place, or its content is
 * not what belongs there.
 */
export type Opened<Content> = { ok: true; content: Content } | { ok: false; reason: 'tooNew' | 'refused' };

export const REFUSED = { ok: false, reason: 'refused' } as const;
const TOO_NEW = { ok: false, reason: 'tooNew' } as const;

const gcm = (iv: Bytes, context: Uint8Array) => ({
  name: 'AES-GCM',
  iv,
  additionalData: concat(Uint8Array.of(VERSION), context),
});

/** Seals for a context, whose encoding must be unambiguous. Two calls never give the same bytes. */
export async function seal(key: CryptoKey, context: Uint8Array, plaintext: Bytes): Promise<Bytes> {
  const iv = randomBytes(IV_BYTES);
  const ciphertext = await crypto.subtle.encrypt(gcm(iv, context), key, plaintext);
  return concat(Uint8Array.of(VERSION), iv, new Uint8Array(ciphertext));
}

/** Opens what `seal` sealed with the same key for the same context. It never throws. */
export async function open(key: CryptoKey, context: Uint8Array, sealed: Bytes): Promise<Opened<Bytes>> {
  if (sealed.length === 0) return REFUSED;
  if (sealed[0] !== VERSION) return TOO_NEW;
  if (sealed.length < 1 + IV_BYTES + TAG_BYTES) return REFUSED;
  const iv = sealed.slice(1, 1 + IV_BYTES);
  try {
    const plaintext = await crypto.subtle.decrypt(gcm(iv, context), key, sealed.subarray(1 + IV_BYTES));
    return { ok: true, content: new Uint8Array(plaintext) };
  } catch {
    return REFUSED;
  }
}
