import type { Bytes } from './base64url';
import { utf8 } from './bytes';

/** Returns `length` bytes for the purpose that `info` names. */
export type DeriveBytes = (info: string, length: number) => Promise<Bytes>;

/**
 * Returns HKDF-SHA-256 over a secret, without salt: the secrets of a household, of an invitation
 * and of an agreement between two phones are uniform or hardened already. Different `info` strings
 * give bytes of which none tells anything about the others.
 */
export async function hkdf(secret: Bytes): Promise<DeriveBytes> {
  const key = await crypto.subtle.importKey('raw', secret, 'HKDF', false, ['deriveBits']);
  return async (info, length) => {
    const params = { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(), info: utf8(info) };
    return new Uint8Array(await crypto.subtle.deriveBits(params, key, length * 8));
  };
}

/** Returns a key for `seal` and `open` that cannot be read out again. */
export const aesKey = (bytes: Bytes): Promise<CryptoKey> =>
  crypto.subtle.importKey('raw', bytes, 'AES-GCM', false, ['encrypt', 'decrypt']);
