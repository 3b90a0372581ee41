/** The part of the browser's Navigation API that is used here; older browsers lack it. */
interface Entries {
  currentEntry: { index: number } | null;
  entries(): readonly { url: string | null }[];
}

/**
 * Returns the address of this app from which the visitor came to the present one, as the router
 * writes it (`/nights`). Null if the app was opened here, if another page came before, or if the
 * browser does not say.
 */
export function formerAddress(): string | null {
  const { navigation } = globalThis as { navigation?: Entries };
  const index = (navigation?.currentEntry?.index ?? 0) - 1;
  const url = index < 0 ? null : (navigation?.entries()[index]?.url ?? null);
  if (url === null) return null;
  const { origin, pathname, hash } = new URL(url);
  return origin === location.origin && pathname === location.pathname ? `/${hash.replace(/^#?\/?/, '')}` : null;
}
