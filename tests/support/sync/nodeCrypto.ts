import { createCipheriv, createDecipheriv, createHmac, hkdfSync } from 'node:crypto';

/*
 * A second implementation of what `src/sync/crypto` derives and seals, on Node's own functions and
 * not on WebCrypto. The tests compare both.
 */

/** The bytes 0 to 31, as the secret of the frozen examples. */
export const countingSecret = () => Uint8Array.from({ length: 32 }, (_, index) => index);

export const nodeHkdf = (secret: Uint8Array, info: string, length: number) =>
  Buffer.from(hkdfSync('sha256', secret, '', info, length));

export const nodeKeysOf = (secret: Uint8Array) => ({
  householdId: nodeHkdf(secret, 'infernalops/1/household-id', 16),
  token: nodeHkdf(secret, 'infernalops/1/token', 32),
  encryptionKey: nodeHkdf(secret, 'infernalops/1/encryption-key', 32),
  idKey: nodeHkdf(secret, 'infernalops/1/id-key', 32),
});

export const nodeDocumentId = (secret: Uint8Array, path: string) =>
  createHmac('sha256', nodeKeysOf(secret).idKey).update(path).digest().subarray(0, 16).toString('base64url');

export function nodeContext(secret: Uint8Array, id: string, n: number): Buffer {
  const count = Buffer.alloc(8);
  count.writeBigUInt64BE(BigInt(n));
  return Buffer.concat([nodeKeysOf(secret).householdId, Buffer.from(id, 'base64url'), count]);
}

/** Seals text as it is, so that a test can also seal what the app never would. */
export function nodeSeal(key: Uint8Array, context: Uint8Array, text: string, version = 1): string {
  const iv = Buffer.alloc(12, 7);
  const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(Buffer.concat([Uint8Array.of(version), context]));
  const ciphertext = [cipher.update(text, 'utf8'), cipher.final()];
  return Buffer.concat([Uint8Array.of(version), iv, ...ciphertext, cipher.getAuthTag()]).toString('base64url');
}

/** Returns the plaintext, or throws if the body was changed. */
export function nodeOpen(key: Uint8Array, context: Uint8Array, body: string): Buffer {
  const bytes = Buffer.from(body, 'base64url');
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(1, 13))
    .setAAD(Buffer.concat([bytes.subarray(0, 1), context]))
    .setAuthTag(bytes.subarray(-16));
  return Buffer.concat([decipher.update(bytes.subarray(13, -16)), decipher.final()]);
}
