import { type Bytes, toBase64url } from './base64url';
import { randomBytes } from './bytes';
import { aesKey, hkdf } from './deriveBytes';

const SECRET_BYTES = 32;

/** What a phone of the household can do, derived from the household's secret. */
export interface HouseholdKeys {
  /** 16 bytes as base64url: under it the server keeps the household. */
  householdId: string;
  /** 32 bytes as base64url: the bearer token. The server stores only its hash. */
  token: string;
  /** AES-256-GCM, seals the documents. */
  encryptionKey: CryptoKey;
  /** HMAC-SHA-256, makes the ids of the documents. */
  idKey: CryptoKey;
}

/** Makes the secret of a new household: 32 random bytes. It never leaves its phones unsealed. */
export const newHouseholdSecret = (): Bytes => randomBytes(SECRET_BYTES);

/**
 * Derives the keys of a household, the same on all its phones. None of them tells anything about
 * the secret or about another one: whoever has the token cannot read.
 *
 * @throws RangeError if the secret does not have 32 bytes.
 */
export async function deriveKeys(secret: Bytes): Promise<HouseholdKeys> {
  if (secret.length !== SECRET_BYTES) throw new RangeError('The secret of a household has 32 bytes.');
  const derive = await hkdf(secret);
  const [householdId, token, encryptionKey, idKey] = await Promise.all([
    derive('infernalops/1/household-id', 16),
    derive('infernalops/1/token', 32),
    derive('infernalops/1/encryption-key', 32).then(aesKey),
    derive('infernalops/1/id-key', 32).then(hmacKey),
  ]);
  return { householdId: toBase64url(householdId), token: toBase64url(token), encryptionKey, idKey };
}

const hmacKey = (bytes: Bytes) =>
  crypto.subtle.importKey('raw', bytes, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
