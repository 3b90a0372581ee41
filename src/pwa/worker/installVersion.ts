import { cacheNameOf, otherCaches } from './versionCaches';
import { fetchWhole, readWhole, toResponse, type VersionFile } from './wholeFile';

export interface Version {
  version: string;
  files: readonly VersionFile[];
  scope: string;
}

/** Files fetched at the same time. One after another would take minutes on a slow connection. */
const AT_ONCE = 6;

/**
 * Puts all files of a version into its cache, each checked against its hash. What an interrupted
 * attempt left there is used, and so are the same files of other versions. Throws at the first file
 * that the host does not have whole; the version then does not count as installed, and the next
 * attempt goes on from there.
 */
export async function installVersion(
  { version, files, scope }: Version,
  caches: CacheStorage,
  load: typeof fetch,
): Promise<void> {
  const own = await caches.open(cacheNameOf(version, scope));
  const others = await Promise.all((await otherCaches(caches, [version], scope)).map((name) => caches.open(name)));

  const installFile = async (file: VersionFile) => {
    const address = new URL(file.url, scope).href;
    if (await readWhole(await own.match(address, { ignoreVary: true }), file)) return;
    let bytes: ArrayBuffer | null = null;
    for (const other of others) bytes ??= await readWhole(await other.match(address, LOOSELY), file);
    await own.put(address, toResponse(bytes ?? (await fetchWhole(file, scope, load)), file));
  };

  for (let from = 0; from < files.length; from += AT_ONCE) {
    const results = await Promise.allSettled(files.slice(from, from + AT_ONCE).map(installFile));
    const failure = results.find(({ status }) => status === 'rejected');
    if (failure?.status === 'rejected') throw failure.reason;
  }
}

/** The hash decides whether a file is the right one, so its address may carry a revision. */
const LOOSELY = { ignoreSearch: true, ignoreVary: true } as const;
