/*
 * Each version has a cache of its own, named by the version and the scope: other apps may have
 * their caches on the same origin.
 */

/** The name under which the cache of a release before there were versions is known here. */
export const OLD_RELEASE = 'old';

const PREFIX = 'infernalops-version-';

/** Returns the name of the cache of a version. Older releases left theirs to Workbox. */
export const cacheNameOf = (version: string, scope: string): string =>
  version === OLD_RELEASE ? `workbox-precache-v2-${scope}` : `${PREFIX}${version}-${scope}`;

/** Whether the files of a version are on this device. */
export const hasVersion = (caches: CacheStorage, version: string, scope: string): Promise<boolean> =>
  caches.has(cacheNameOf(version, scope));

/**
 * Looks up a file in one version, in a single step because a start waits for it. Workbox added a
 * revision to some addresses, which is ignored. A host may send `Vary`, but a file of a version has
 * only one content.
 */
export const findFile = (
  caches: CacheStorage,
  version: string,
  url: string,
  scope: string,
): Promise<Response | undefined> =>
  caches.match(new URL(url, scope).href, {
    cacheName: cacheNameOf(version, scope),
    ignoreSearch: version === OLD_RELEASE,
    ignoreVary: true,
  });

/** Returns the names of the caches of this scope that belong to none of the versions. */
export async function otherCaches(caches: CacheStorage, versions: readonly string[], scope: string): Promise<string[]> {
  const kept = versions.map((version) => cacheNameOf(version, scope));
  const isVersion = (name: string) =>
    name === cacheNameOf(OLD_RELEASE, scope) || (name.startsWith(PREFIX) && name.endsWith(`-${scope}`));
  return (await caches.keys()).filter((name) => isVersion(name) && !kept.includes(name));
}
