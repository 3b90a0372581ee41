/** A link that opens the app and logs a wake-up. */
export interface WokeLink {
  /** The child's id or name; null stands for the first child, or the only one. */
  child: string | null;
}

/**
 * Parses `#/woke` and `#/woke?child=…`, which a home-screen shortcut, an NFC sticker or a home
 * automation opens.
 *
 * @returns null for every other hash
 */
export function parseWokeLink(hash: string): WokeLink | null {
  const match = /^#?\/woke\/?(?:\?(.*))?$/.exec(hash);
  if (!match) return null;
  const child = new URLSearchParams(match[1] ?? '').get('child')?.trim();
  return { child: child || null };
}

/** Returns the hash of a link, such that {@link parseWokeLink} reads the same link from it. */
export const wokeHash = ({ child }: WokeLink): string =>
  child === null ? '#/woke' : `#/woke?child=${encodeURIComponent(child)}`;
