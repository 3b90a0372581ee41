import { toBase64url } from '@/sync/crypto/base64url';

/** Returns the SHA-256 of a token, in base64url: all that the server is told of it. */
export async function tokenHash(token: string): Promise<string> {
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(token));
  return toBase64url(new Uint8Array(hash));
}
