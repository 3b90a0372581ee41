/* FNV-1a over 64 bits (Fowler, Noll, Vo; IETF draft-eastlake-fnv): its start, and the prime it multiplies by. */
const BASIS = 0xcbf29ce484222325n;
const PRIME = 0x100000001b3n;

/** A short name for a text, the same on every phone: 64 bits in base 36. To tell lines of one text apart, not to keep anything secret. */
export function hashOf(text: string): string {
  let hash = BASIS;
  for (const byte of new TextEncoder().encode(text)) hash = BigInt.asUintN(64, (hash ^ BigInt(byte)) * PRIME);
  return hash.toString(36);
}
