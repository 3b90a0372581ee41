import type { Version } from './installVersion';
import { cacheNameOf, findFile } from './versionCaches';
import { fetchWhole, toResponse } from './wholeFile';

const INDEX = 'index.html';

/** What an answer needs besides the request. */
export interface AnswerContext {
  own: Version;
  /** The versions on this device, the answered one first (VersionKeeper.ts). */
  versions: readonly string[];
  caches: CacheStorage;
  load: typeof fetch;
}

/**
 * Whether the worker answers this request: the page of the app itself, the files of its version,
 * and the files in assets/, which may belong to the version before. Everything else is left to the
 * browser.
 */
export function isAnswered(request: Pick<Request, 'method' | 'mode' | 'url'>, { files, scope }: Version): boolean {
  if (request.method !== 'GET' || !request.url.startsWith(scope)) return false;
  const url = pathOf(request.url, scope);
  return request.mode === 'navigate' || url.startsWith('assets/') || files.some((file) => file.url === url);
}

/**
 * Answers a request with a file of the versions on this device. The app has one page; its routes
 * are in the hash of the address. A file that is missing is loaded, checked and kept; without it
 * the network answers, as if there were no worker.
 */
export async function answer(request: Request, { own, versions, caches, load }: AnswerContext): Promise<Response> {
  const { scope } = own;
  const path = pathOf(request.url, scope);
  const isFile = own.files.some((file) => file.url === path);
  const url = request.mode === 'navigate' && !isFile ? INDEX : path;
  for (const version of versions) {
    const kept = await findFile(caches, version, url, scope).catch(() => undefined);
    if (kept) return kept;
  }
  const repaired = await repair(url, own, caches, load).catch(() => null);
  return repaired ?? load(request);
}

/** Loads a file of this version again. Returns null if it is no file of this version. */
async function repair(url: string, own: Version, caches: CacheStorage, load: typeof fetch): Promise<Response | null> {
  const file = own.files.find((each) => each.url === url);
  if (!file) return null;
  const bytes = await fetchWhole(file, own.scope, load);
  const cache = await caches.open(cacheNameOf(own.version, own.scope));
  // Without room for the file, it is only answered.
  await cache.put(new URL(url, own.scope).href, toResponse(bytes, file)).catch(() => {});
  return toResponse(bytes, file);
}

/** The path of an address below the scope, without what follows `?` and `#`. */
const pathOf = (address: string, scope: string): string => address.slice(scope.length).split(/[?#]/)[0] || INDEX;
