/**
 * A short name for a text: 53 bits in base 36, the same on every phone. To tell texts of one family apart (a thousand of them share one
 * once in ten billion times), not to keep anything secret.
 *
 * Source: cyrb53, by bryc, in the public domain.
 */
export function hashOf(text: string): string {
  let [high, low] = [0xdeadbeef, 0x41c6ce57];
  for (let place = 0; place < text.length; place += 1) {
    const unit = text.charCodeAt(place);
    high = Math.imul(high ^ unit, 2654435761);
    low = Math.imul(low ^ unit, 1597334677);
  }
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
  return (0x100000000 * (0x1fffff & low) + (high >>> 0)).toString(36);
}
