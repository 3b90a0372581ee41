/** What a link into the app asks for, besides showing a screen. */
export interface WokeLink {
  /** The child's id or name; null means the only, or the first, child. */
  child: string | null;
}

/**
 * Reads `#/woke` and `#/woke?child=…`, as a home-screen shortcut, an NFC sticker or a home automation opens it.
 * @returns null for every other hash
 */
export function parseWokeLink(hash: string): WokeLink | null {
  const match = /^#?\/woke\/?(?:\?(.*))?$/.exec(hash);
  if (!match) return null;
  const child = new URLSearchParams(match[1] ?? '').get('child')?.trim();
  return { child: child || null };
}

/** The other way round: the hash of a link. */
export const wokeHash = ({ child }: WokeLink): string =>
  child === null ? '#/woke' : `#/woke?child=${encodeURIComponent(child)}`;
