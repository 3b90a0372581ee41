import { base64urlnopad } from '@scure/base';

/** Bytes in a buffer of their own, as WebCrypto takes them. */
export type Bytes = Uint8Array<ArrayBuffer>;

/** Returns the bytes as base64url without padding. */
export const toBase64url = (bytes: Uint8Array): string => base64urlnopad.encode(bytes);

/**
 * Returns the bytes of a base64url text without padding, or null if it is none: it has another
 * character, an impossible length, or bits behind its last byte.
 */
export function fromBase64url(text: string): Bytes | null {
  try {
    return base64urlnopad.decode(text) as Bytes;
  } catch {
    return null;
  }
}
