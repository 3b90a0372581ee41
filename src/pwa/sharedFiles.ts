/*
 * Files that another app has shared to the installed one. The service worker receives them, because
 * there may be no page yet, and keeps them until the page of the import takes them.
 */

/** The address to which the manifests let files be shared. */
export const SHARE_PATH = 'shared';
/** The field of the form that has the files. */
const FIELD = 'files';
const CACHE = 'infernalops-shared';
/**
 * No tracker gives more at once. Any page of the web may send a form to that address, and must not
 * be able to fill the storage that the log needs.
 */
const FILES_MAX = 50;
const BYTES_MAX = 100_000_000;
/** How a name of any characters stands in a header. */
const NAME_HEADER = 'x-file-name';

/** Keeps the files of a share in place of those before; none if they are too many or too big. */
export async function keepSharedFiles(form: FormData, caches: CacheStorage): Promise<void> {
  await caches.delete(CACHE);
  const cache = await caches.open(CACHE);
  const files = form.getAll(FIELD).filter((value) => typeof value !== 'string');
  const bytes = files.reduce((sum, { size }) => sum + size, 0);
  if (files.length > FILES_MAX || bytes > BYTES_MAX) return;
  for (const [index, file] of files.entries())
    await cache.put(
      `/${CACHE}/${index}`,
      new Response(file, { headers: { [NAME_HEADER]: encodeURIComponent(file.name) } }),
    );
}

/** Returns the files that were shared, once; none where there is no such storage. */
export async function takeSharedFiles(): Promise<File[]> {
  if (!('caches' in globalThis) || !(await caches.has(CACHE).catch(() => false))) return [];
  const cache = await caches.open(CACHE);
  const files: File[] = [];
  for (const request of await cache.keys()) {
    const response = await cache.match(request);
    const name = decodeURIComponent(response?.headers.get(NAME_HEADER) ?? '');
    if (response) files.push(new File([await response.blob()], name));
  }
  await caches.delete(CACHE);
  return files;
}
